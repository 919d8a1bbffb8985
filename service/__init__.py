"""Namewarden over HTTP: the API for programs and the review desk for people.

    uvicorn --factory service.app:from_environment

Installed with the extra ``service``. It answers what the command line answers, with the same
use cases of ``screening``; nothing is decided here.
"""
