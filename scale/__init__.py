"""The same screening on a Spark cluster. Needs the extra ``spark`` and Java.

``with_spark`` is what ``namewarden batch --engine spark`` screens with; ``screen_frame`` is for
tables that are in the cluster already.
"""

from scale.frame import screen_frame
from scale.runner import with_spark
from scale.session import require_spark

__all__ = ["require_spark", "screen_frame", "with_spark"]
