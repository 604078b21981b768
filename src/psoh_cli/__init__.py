"""Ask many, see one honest picture, agree on a plan a council can fund.

The partners in a gemeente answer questions (`interview`), we keep its sociale kaart (`kaart`),
we hold both against what is known to work (`practices`) and say what is there, what is missing
and what nobody knows yet (`analysis`). From the gaps follow measures people decide on (`plan`),
and all of it becomes a document someone acts on (`report`). What needs putting right in the
files along the way is a Problem (`problems`). `dossier/dossier.py` is the whole journey on one page.
"""

__version__ = "0.1.0"
