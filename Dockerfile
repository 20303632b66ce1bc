# Two stages: the first installs, the second only runs. Nothing in the image can build or install anything further.
FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes --requirement requirements.lock
COPY bot ./bot
COPY handlers ./handlers
COPY knowledge ./knowledge
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 nuancebot && mkdir /data && chown nuancebot /data
COPY --from=build /venv /venv
USER nuancebot
WORKDIR /home/nuancebot
ENV NUANCEBOT_DATA=/data PYTHONUNBUFFERED=1
VOLUME /data
ENTRYPOINT ["/venv/bin/nuancebot"]
CMD ["run"]
