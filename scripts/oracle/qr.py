#!/usr/bin/env python3
"""Reads QR codes with another library (zxing-cpp): what is drawn must say what was written.

    scripts/oracle/qr.py FILE       one code a line, rows of 0 and 1 with blanks between; prints what each says as JSON
    scripts/oracle/qr.py --check    whether this script reads a code of another maker, damaged too
"""
import json
import sys

import numpy
import zxingcpp


def picture(rows, size=4):
    modules = numpy.array([[module == "1" for module in row] for row in rows])
    light = numpy.where(numpy.pad(modules, 4), 0, 255).astype(numpy.uint8)
    return numpy.kron(light, numpy.ones((size, size), dtype=numpy.uint8))


def reading(rows):
    found = zxingcpp.read_barcodes(picture(rows), formats=zxingcpp.BarcodeFormat.QRCode)
    return {"text": found[0].text, "level": found[0].ec_level} if found else None


def self_check():
    text = "https://lueckenlos.example/praxis/fruehe-hilfen"
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = numpy.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    rows = ["".join("1" if value == 0 else "0" for value in row) for row in drawn]
    good = (reading(rows) or {}).get("text") == text
    broken = [row if number % 2 else row[::-1] for number, row in enumerate(rows)]
    print(f"gelesen: {good}, Zerstörtes abgelehnt: {reading(broken) is None}")
    return 0 if good and reading(broken) is None else 1


if sys.argv[1] == "--check":
    sys.exit(self_check())
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        print(json.dumps(reading(line.split())))
