"""Under which name and address this installation is known to the public."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Site:
    """`address` is where the public reads, without a slash at its end; `id` the site's registered code, else its host."""

    address: str
    id: str

    @property
    def origin(self) -> str:
        """The name of its log in checkpoints: an address without a scheme, as C2SP wishes."""
        told = urlsplit(self.address)
        return f"{told.netloc}{told.path}/log"

    def release_address(self, release_id: int) -> str:
        return f"{self.address}/releases/{release_id}/"

    def record_address(self, release_id: int) -> str:
        return f"{self.address}/releases/{release_id}.record.json"
