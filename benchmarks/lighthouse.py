"""What Lighthouse makes of the reports of the samples, served on this machine.

Run by hand: `python benchmarks/lighthouse.py [mobile]`. It needs node with npx, which fetches
Lighthouse, and a Chromium, which CHROME_PATH names if it is not on PATH. Prints the four scores
of every report and what lost points; 100 everywhere is what we want on a desktop. The score for
performance falls on a busy machine, so take it when nothing else runs.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.redact import redact
from maturity.render.formats.html import render_html
from maturity.resources import sample

LIGHTHOUSE = "lighthouse@12.8.2"
SAMPLES = ("district-council", "district-council-2025", "nhs-trust", "small-body")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# A page that may ask for nothing cannot be asked for its robots.txt, which is no fault of it.
SKIPPED = "robots-txt"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Leave requests unmentioned."""


def served(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve a folder on a free port until the program ends."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def measure(address: str, folder: Path, *, is_mobile: bool) -> dict[str, Any]:
    """Give Lighthouse's report on a page."""
    output = folder / "lighthouse.json"
    npx, chrome = shutil.which("npx"), shutil.which("chromium") or shutil.which("google-chrome")
    if npx is None:
        sys.exit("npx, which comes with node, is not on PATH")
    command = [
        npx, "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={output}",
        f"--only-categories={','.join(CATEGORIES)}", f"--skip-audits={SKIPPED}",
        "--chrome-flags=--headless=new --no-sandbox", *([] if is_mobile else ["--preset=desktop"]),
    ]  # fmt: skip
    subprocess.run(command, check=True, env={"CHROME_PATH": chrome or "", **os.environ})
    report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return report


def lost(report: dict[str, Any]) -> list[str]:
    """Name what took points from a category."""
    weighed = {
        entry["id"]
        for category in report["categories"].values()
        for entry in category["auditRefs"]
        if entry["weight"]
    }
    scores = {name: audit["score"] for name, audit in report["audits"].items()}
    return [name for name in sorted(weighed) if scores.get(name) is not None and scores[name] < 1]


def main() -> None:
    """Measure every sample."""
    is_mobile = "mobile" in sys.argv[1:]
    print(f"{'':24}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = served(folder)
        for one in SAMPLES:
            page = render_html(redact(evaluate(load_assessment([sample(one)])), "team"))
            (folder / f"{one}.html").write_text(page, encoding="utf-8")
            address = f"http://127.0.0.1:{server.server_port}/{one}.html"
            report = measure(address, folder, is_mobile=is_mobile)
            scores = [report["categories"][name]["score"] * 100 for name in CATEGORIES]
            print(f"{one:24}" + "".join(f"{score:16.0f}" for score in scores), *lost(report))


if __name__ == "__main__":
    main()
