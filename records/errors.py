"""Every error that Namewarden raises on purpose.

    NamewardenError
    ├── UsageError           the question is wrong: unknown list, entity or option  (exit 2)
    │   ├── UnknownListError
    │   ├── UnknownEntityError
    │   └── NotThereError      no alert, case or screening of this number
    ├── ListError            one list is unusable; the other lists can go on        (exit 1)
    │   ├── DownloadError      the file did not arrive whole
    │   │   └── UnreachableError the publisher's server cannot be reached
    │   └── ListFormatError    the file is not a whole list of the expected format
    ├── NoListsError         nothing to screen against: never "nothing found"       (exit 1)
    ├── StaleListError       a list is older than the question allows               (exit 1)
    ├── NoticeError          a notice of an update did not get through              (exit 1)
    ├── DocumentError        one document is unreadable; the others can go on       (exit 1)
    ├── MissingExtraError    what does it is not installed                          (exit 2)
    ├── SparkError           the cluster cannot be used, or lost the work           (exit 1)
    ├── StoreError           the home cannot be read or written                     (exit 1)
    ├── ShrunkRegisterError a register lost too many counterparties                 (exit 1)
    ├── ConflictError        somebody else was quicker; look again, then decide     (exit 1)
    └── WorkerError          a process that shared the work was lost                (exit 1)

A message says where, what was found, what happens now, and what to do next, in one line.
``exit_code`` is the status with which the command line ends when nobody handles the error.
"""


class NamewardenError(Exception):
    """The root: catch this to catch all that Namewarden raises on purpose."""

    exit_code = 1


class UsageError(NamewardenError):
    """The question cannot be answered as it was asked."""

    exit_code = 2


class UnknownListError(UsageError):
    """No source has this name."""


class UnknownEntityError(UsageError):
    """No active list has an entry with this id."""


class NotThereError(UsageError):
    """No alert, case or screening has this number."""


class ListError(NamewardenError):
    """A list cannot be used; what was active stays active."""


class DownloadError(ListError):
    """The publisher's file did not arrive, or did not arrive whole."""


class UnreachableError(DownloadError):
    """The publisher's server cannot be reached from here: the list is not at fault."""


class ListFormatError(ListError):
    """The file is not a whole list of the format that its source publishes."""


class NoListsError(NamewardenError):
    """There is no list to screen against, so there is no answer."""


class StaleListError(NamewardenError):
    """A list is older than was asked for, so there is no answer."""


class NoticeError(NamewardenError):
    """A notice did not get through; what it would have told of was done all the same."""


class DocumentError(NamewardenError):
    """A document cannot be read, so it was not screened."""


class StoreError(NamewardenError):
    """The home cannot be read or written."""


class MissingExtraError(NamewardenError):
    """What was asked for needs an optional part that is not installed."""

    exit_code = 2

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} need an optional part that is not installed; nothing was done. "
            f"Run: pip install 'namewarden[{extra}]'"
        )


class WorkerError(NamewardenError):
    """A process that shared the work was killed or failed; what it worked on has no answer."""


class ConflictError(NamewardenError):
    """Somebody else changed it since it was looked at, so nothing was done."""


class ShrunkRegisterError(NamewardenError):
    """A register that is said to be whole lacks many counterparties, so nothing was imported."""


class SparkError(NamewardenError):
    """Spark cannot be started, or gave up; what it worked on has no answer."""
