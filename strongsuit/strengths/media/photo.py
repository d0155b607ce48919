"""A photo made anew from its dots alone: upright, at most 1600 wide or high, without place, time, device or comment."""

import io
import warnings

from PIL import Image, ImageCms, ImageOps

from strongsuit.strengths.media import refusals
from strongsuit.strengths.media.refusals import CannotTake
from strongsuit.strengths.media.sorts import Cleaned

FORMATS = ("JPEG", "PNG", "WEBP")
# More than any phone takes; counted before a single dot is unpacked.
MOST_DOTS = 64_000_000
LONGEST = 1600
SMALL = 400
WHITE = (255, 255, 255)


def clean(data: bytes, _container: str = "") -> Cleaned:
    """CannotTake says what is wrong with it."""
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _made(_opened(data))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, ZeroDivisionError) as fault:
        raise CannotTake(refusals.BROKEN_PHOTO) from fault


def _opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=FORMATS)
    if image.width * image.height > MOST_DOTS:
        raise CannotTake(refusals.TOO_MANY_DOTS, width=image.width, height=image.height)
    # A JPEG can be unpacked at an eighth of its size or so; nothing is unpacked that is thrown away at once.
    image.draft("RGB", (LONGEST, LONGEST))
    image.load()
    return image


def _made(image: Image.Image) -> Cleaned:
    plain = _on_white(_in_usual_colors(ImageOps.exif_transpose(image)))
    plain.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    small = plain.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Cleaned(
        "photo", "image/webp", "webp", _written(plain, 82), _written(small, 78), width=plain.width, height=plain.height
    )


def _in_usual_colors(image: Image.Image) -> Image.Image:
    """The colors of a phone's own profile in those every screen knows; the profile itself goes."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        usual = ImageCms.createProfile("sRGB")
        changed = ImageCms.profileToProfile(image, found, usual, outputMode="RGBA" if image.mode == "RGBA" else "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return changed or image


def _on_white(image: Image.Image) -> Image.Image:
    """A drawing on nothing would be black on black in the dark theme. Nothing but the dots comes along."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        drawn = image.convert("RGBA")
        paper = Image.new("RGB", drawn.size, WHITE)
        paper.paste(drawn, mask=drawn.getchannel("A"))
        return paper
    plain = Image.new("RGB", image.size)
    plain.paste(image.convert("RGB"))
    return plain


def _written(image: Image.Image, quality: int) -> bytes:
    made = io.BytesIO()
    image.save(made, "WEBP", quality=quality, method=4)
    return made.getvalue()
