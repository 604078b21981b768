"""Run as `python -m psoh_cli`."""

from psoh_cli.app import main

if __name__ == "__main__":
    main()
