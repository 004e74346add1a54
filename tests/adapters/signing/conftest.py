from tests.adapters.signing.stock import stock

__all__ = ["stock"]
