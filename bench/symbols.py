"""Makes the pictures that symbols.toml names from the archive of OpenMoji, and writes their checksums.

Run: npm pack openmoji@17.0.0, then python -m bench.symbols openmoji-17.0.0.tgz; the same archive gives the same files.
A picture that stands alone loses names, comments and empty groups, nothing else. One that is put together follows its
recipe in symbols.toml; what its lines share is said once there, and places are rounded to hundredths.
"""

import base64
import hashlib
import re
import sys
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
WEB = ROOT / "strongsuit" / "web"
TABLE, VENDOR, FOLDER = WEB / "symbols.toml", WEB / "vendor.toml", WEB / "static" / "symbols" / "openmoji"
SHAPES = Path(__file__).parent / "shapes"
MADE = "[package.made]\n"
MOST_BYTES = 6_000

SVG = "{http://www.w3.org/2000/svg}"
ET.register_namespace("", SVG.strip("{}"))
# Where the parts of a recipe stand: across and down, and how large.
TWO = ((-3.0, -3.0, 0.68), (26.0, 26.0, 0.68))
LARGE, SMALL = (-2.0, -4.0, 0.86), (34.0, 34.0, 0.54)
# Behind the small one of two, so that lines do not run into each other.
CLEARED = '<circle cx="53.5" cy="53.5" r="18" fill="#fff"/>'
# Of lines only; what has no line does not care.
SHARED = ("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-width")


def main(archive: Path) -> None:
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    sources = opened(archive)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for name in sorted(set(told["pictures"].values())):
        recipe = told["drawn"].get(name)
        made = composed(sources, recipe) if recipe else alone(sources, name.removesuffix(".svg"))
        if len(made) > MOST_BYTES:
            raise SystemExit(f"{name} has {len(made)} bytes, more than {MOST_BYTES}. Choose simpler parts.")
        (FOLDER / name).write_text(made, encoding="utf-8")
    (FOLDER / "LICENSE.txt").write_bytes(sources["LICENSE.txt"])
    write_sums()


def opened(archive: Path) -> dict[str, bytes]:
    """The archive's files by name; one that is not the archive that vendor.toml names is refused."""
    packages = tomllib.loads(VENDOR.read_text(encoding="utf-8"))["package"]
    asked = next(package["integrity"] for package in packages if package["name"] == "openmoji")
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != asked:
        raise SystemExit(f"{archive} has {found}, and vendor.toml names {asked}.")
    with tarfile.open(archive) as packed:
        wanted = [one for one in packed if one.isfile() and one.name.endswith((".svg", "/LICENSE.txt"))]
        return {one.name.removeprefix("package/"): packed.extractfile(one).read() for one in wanted}


def alone(sources: dict[str, bytes], code: str) -> str:
    return written(drawing(sources, code))


def drawing(sources: dict[str, bytes], name: str) -> ET.Element:
    """One picture of the archive, or a shape of our own, without names and empty groups."""
    own = SHAPES / f"{name}.svg"
    root = ET.fromstring(own.read_bytes() if own.exists() else sources[f"color/svg/{name}.svg"])
    for element in root.iter():
        element.attrib.pop("id", None)
        element.text = element.tail = None
    tidy(root)
    return root


def tidy(element: ET.Element) -> None:
    kept: list[ET.Element] = []
    for child in element:
        tidy(child)
        if child.tag == f"{SVG}g" and not child.attrib:
            kept.extend(child)
        elif child.tag != f"{SVG}g" or len(child):
            kept.append(child)
    element[:] = kept


def written(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode").replace(" />", "/>") + "\n"


def composed(sources: dict[str, bytes], recipe: str) -> str:
    """Several pictures as one, each where the recipe puts it."""
    drawn = "".join(part if place is None else placed(drawing(sources, part), *place) for part, place in parts(recipe))
    return f'<svg xmlns="{SVG.strip("{}")}" viewBox="0 0 72 72">{drawn}</svg>\n'


def parts(recipe: str) -> Iterator[tuple[str, tuple[float, float, float] | None]]:
    """``A + B`` stand one behind the other, of ``A & B`` the second is a small mark, ``A@x,y,size ...`` says it all."""
    if " + " in recipe:
        yield from zip(recipe.split(" + "), TWO, strict=True)
    elif " & " in recipe:
        large, small = recipe.split(" & ")
        yield from ((large, LARGE), (CLEARED, None), (small, SMALL))
    else:
        for part in recipe.split():
            name, _at, place = part.partition("@")
            across, down, size = map(float, (place or "0,0,1").split(","))
            yield name, (across, down, size)


def placed(root: ET.Element, across: float, down: float, size: float) -> str:
    group = ET.Element(f"{SVG}g", {"transform": f"translate({across:g} {down:g}) scale({size:g})"})
    group[:] = list(root)
    say_once(group)
    spoken = ET.tostring(group, encoding="unicode").replace(" />", "/>")
    return re.sub(r"\.(\d{3,})", rounded, spoken.replace(f' xmlns="{SVG.strip("{}")}"', ""))


def say_once(group: ET.Element) -> None:
    """What all lines of a part share stands on its group; what is said of lines where there is none, nowhere."""
    shapes = [element for element in group.iter() if element.tag not in (f"{SVG}g", group.tag)]
    if any(element.attrib.keys() & {"stroke", *SHARED} for element in group.iter(f"{SVG}g")):
        return
    lines = [shape for shape in shapes if shape.get("stroke", "none") != "none"]
    for shape in shapes:
        if shape not in lines:
            for name in ("stroke", *SHARED):
                shape.attrib.pop(name, None)
    for name in SHARED:
        values = {shape.get(name) for shape in lines}
        if len(values) == 1 and None not in values:
            group.set(name, str(values.pop()))
            for shape in lines:
                del shape.attrib[name]


def rounded(found: re.Match[str]) -> str:
    """Hundredths, letter by letter: numbers stand next to each other without a space in these files."""
    hundredths = round(float(f"0.{found[1]}") * 100)
    return found[0] if hundredths > 99 else f".{hundredths:02d}".rstrip("0").ljust(2, "0")


def write_sums() -> None:
    """The list at the end of vendor.toml."""
    kept, _made, _old = VENDOR.read_text(encoding="utf-8").partition(MADE)
    sums = [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sorted(FOLDER.glob("*.svg"))]
    VENDOR.write_text(kept + MADE + "".join(f'"{name}" = "{sum_}"\n' for name, sum_ in sums), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
