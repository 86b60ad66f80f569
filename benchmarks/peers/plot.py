#!/usr/bin/env python3
"""Draws docs/performance.svg from lines "products first next" in seconds, on standard input; both axes are logarithmic."""

import math
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 400, 70, 50, 20
SERIES = (("first plan", "#b03a2e"), ("next plan", "#1f618d"))


def main():
    rows = [[float(cell) for cell in line.split()] for line in sys.stdin if line.strip()]
    low_x, high_x = math.log10(rows[0][0]), math.log10(rows[-1][0])
    seconds = [value for row in rows for value in row[1:]]
    low_y, high_y = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def x(products):
        return LEFT + (math.log10(products) - low_x) / (high_x - low_x) * (WIDTH - LEFT - 20)

    def y(value):
        return HEIGHT - BOTTOM - (math.log10(value) - low_y) / (high_y - low_y) * (HEIGHT - BOTTOM - TOP)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" '
           'font-size="12"><rect width="100%" height="100%" fill="white"/>']
    for power in range(low_y, high_y + 1):
        at = y(10.0 ** power)
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - 20}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0 ** power:g} s</text>')
    for power in range(round(low_x), round(high_x) + 1):
        out.append(f'<text x="{x(10.0 ** power):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">10'
                   f'<tspan dy="-5" font-size="9">{power}</tspan></text>')
    out.append(f'<text x="{(WIDTH + LEFT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">products</text>')
    for column, (name, colour) in enumerate(SERIES, start=1):
        points = " ".join(f"{x(row[0]):.1f},{y(row[column]):.1f}" for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(row[0]):.1f}" cy="{y(row[column]):.1f}" r="3" fill="{colour}"/>' for row in rows]
        out.append(f'<text x="{LEFT + 20}" y="{TOP + 18 * column}" fill="{colour}">{name}</text>')
    print("\n".join(out + ["</svg>"]))


if __name__ == "__main__":
    main()
