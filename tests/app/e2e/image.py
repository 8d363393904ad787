# SPDX-License-Identifier: MIT
"""Pictures: of the screen, read from Xvfb's frame buffer (the XWD format), or read from a PNG file;
compared by region, written as PNG."""
import struct
import zlib


def read_pixels(path):
    """Width, height, and the pixels of a PNG of 8 bits a channel, left to right and down."""
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("no PNG")
    width, height, depth, kind = struct.unpack(">2I2B", data[16:26])
    if depth != 8 or kind not in (2, 6):
        raise ValueError(f"depth {depth}, colour type {kind}")
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, list(unfiltered(zlib.decompress(packed), width, height, kind))


def unfiltered(lines, width, height, kind):
    """The pixels, left to right and down (PNG specification, 9.2)."""
    size = 3 if kind == 2 else 4
    stride, above = size * width, bytes(size * width)
    for y in range(height):
        rule, line = lines[y * (stride + 1)], lines[y * (stride + 1) + 1 : (y + 1) * (stride + 1)]
        row = bytearray(line)
        for i in range(stride):
            left = row[i - size] if i >= size else 0
            corner = above[i - size] if i >= size else 0
            row[i] = (line[i] + predicted(rule, left, above[i], corner)) & 255
        above = row
        yield from (bytes(row[i : i + size]) for i in range(0, stride, size))


def predicted(rule, left, up, corner):
    if rule == 4:
        return min((left, up, corner), key=lambda value: abs(left + up - corner - value))
    return (0, left, up, (left + up) // 2)[rule]


class Image:
    """`rows[y]` holds 3 bytes (red, green, blue) for each pixel of a line, top line first."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    @classmethod
    def from_xwd(cls, data):
        """Format: X11/XWDFile.h. 32 bits a pixel, blue first, which is what Xvfb keeps for a screen
        of depth 24."""
        header = struct.unpack(">25I", data[:100])
        header_size, width, height, line, colours = (
            header[0],
            header[4],
            header[5],
            header[12],
            header[19],
        )
        if header[11] != 32 or header[7] != 0:
            raise ValueError(
                "the frame buffer is not 32 bits a pixel, least significant byte first"
            )
        start = header_size + 12 * colours
        rows = []
        for y in range(height):
            source = data[start + y * line : start + y * line + 4 * width]
            row = bytearray(3 * width)
            row[0::3], row[1::3], row[2::3] = source[2::4], source[1::4], source[0::4]
            rows.append(bytes(row))
        return cls(width, height, rows)

    @classmethod
    def from_png(cls, path):
        width, height, pixels = read_pixels(path)
        lines = (pixels[y * width : (y + 1) * width] for y in range(height))
        return cls(width, height, [b"".join(p[:3] for p in line) for line in lines])

    def crop(self, box):
        """The part inside box = (x0, y0, x1, y1) in pixels, x1 and y1 excluded, cut at the
        picture's edge."""
        x0, y0 = max(0, round(box[0])), max(0, round(box[1]))
        x1, y1 = min(self.width, round(box[2])), min(self.height, round(box[3]))
        return Image(x1 - x0, y1 - y0, [row[3 * x0 : 3 * x1] for row in self.rows[y0:y1]])

    def around(self, x, y, radius):
        return self.crop((x - radius, y - radius, x + radius, y + radius))

    def colours(self):
        """How many different colours there are: 1 for a blank picture."""
        return len({row[i : i + 3] for row in self.rows for i in range(0, len(row), 3)})

    def changed(self, other, threshold=16):
        """How many pixels differ from those of `other`, of the same size, by more than `threshold`
        levels."""
        count = 0
        for mine, theirs in zip(self.rows, other.rows, strict=True):
            if mine != theirs:
                count += sum(
                    any(abs(mine[i + c] - theirs[i + c]) > threshold for c in range(3))
                    for i in range(0, len(mine), 3)
                )
        return count

    def save(self, path):
        """Writes a PNG file."""

        def chunk(kind, body):
            return (
                struct.pack(">I", len(body))
                + kind
                + body
                + struct.pack(">I", zlib.crc32(kind + body))
            )

        lines = zlib.compress(b"".join(b"\0" + row for row in self.rows), 6)
        header = struct.pack(">2I5B", self.width, self.height, 8, 2, 0, 0, 0)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", header)
            + chunk(b"IDAT", lines)
            + chunk(b"IEND", b"")
        )
