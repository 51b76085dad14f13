"""The server: the workspace on an address of this machine, until it is stopped."""

from accordingto.casebook import Casebook
from accordingto.show.web.app import create_app


def serve(case: Casebook, *, name: str, port: int) -> None:
    """Serve the case on 127.0.0.1; returns when it is stopped."""
    import uvicorn

    uvicorn.run(create_app(case, name=name), host="127.0.0.1", port=port, log_level="warning", server_header=False)
