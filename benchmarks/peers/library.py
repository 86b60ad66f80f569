"""The library's side: a virtual machine that obeys one-line commands and answers in JSON."""

import json
import select
import subprocess


class LibraryError(Exception):
    """The library could not do what it was told."""


class Library:
    """A running org.leontief.benchmarks.PeerRun; a context manager that ends it."""

    def __init__(self, java, jar, threads, options, limit):
        self.limit = limit
        command = [java, *options, "-cp", jar, "org.leontief.benchmarks.PeerRun", str(threads)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.process.kill()
        self.process.wait()

    def __call__(self, *words):
        """One command; its answer as a dict."""
        self.process.stdin.write((" ".join(str(word) for word in words) + "\n").encode())
        line = b""
        while not line.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], self.limit)[0]:
                raise LibraryError(f"'{words[0]}' took more than {self.limit:.0f} s")
            part = self.process.stdout.read(65536)
            if not part:
                raise LibraryError(f"the virtual machine ended at '{words[0]}'")
            line += part
        answer = json.loads(line)
        if "error" in answer:
            raise LibraryError(answer["error"])
        return answer
