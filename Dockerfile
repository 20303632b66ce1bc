# Two stages: the first installs, the second only runs. Nothing in the image can build or install anything further.
FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.lock
COPY bot ./bot
COPY handlers ./handlers
COPY knowledge ./knowledge
# What installed it is not needed to run it.
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /venv/bin/pip uninstall --yes hatchling editables \
    && /venv/bin/python -m pip uninstall --yes pip setuptools

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 nuancebot && mkdir /data && chown 10001 /data
COPY --from=build /venv /venv
USER 10001
WORKDIR /home/nuancebot
# Nothing but /data (and /tmp) is written to: the rest may be read-only.
ENV NUANCEBOT_DATA=/data PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
VOLUME /data
# Where pages are served the process is asked; elsewhere it is healthy as long as it is there.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/venv/bin/python", "-c", "import os, urllib.request as web; at = os.environ.get('NUANCEBOT_WEB_ADDRESS'); at and web.urlopen('http://127.0.0.1:' + at.rsplit(':', 1)[1] + '/healthz', timeout=4)"]
ENTRYPOINT ["/venv/bin/nuancebot"]
CMD ["run"]
