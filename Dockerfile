# The search page and the commands, for use with an Elasticsearch of its own: ELASTICSEARCH_URL must be set.
# Java and the local node's download are not needed here and not in the image.

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/parknews
WORKDIR /src
# Dependencies first: a change of the program does not fetch them again.
COPY pyproject.toml ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
      > requirements.txt \
    && /opt/parknews/bin/pip install --requirement requirements.txt
COPY README.md LICENSE parknews.py ./
COPY commands commands
COPY mappings mappings
COPY lexicon lexicon
COPY engine engine
COPY indexer indexer
COPY search search
COPY webui webui
RUN /opt/parknews/bin/pip install --no-deps .

FROM python:3.13-slim
# A named volume takes over the owner of the folder it is laid on.
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/parknews --shell /usr/sbin/nologin parknews \
    && install --directory --owner=parknews --group=parknews --mode=0750 /var/lib/parknews
COPY --from=build /opt/parknews /opt/parknews
ENV PATH=/opt/parknews/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PARKNEWS_HOME=/var/lib/parknews \
    PARKNEWS_HOST=0.0.0.0 \
    PARKNEWS_PORT=8765
WORKDIR /var/lib/parknews
VOLUME /var/lib/parknews
USER 10001:10001
EXPOSE 8765
# As process 1, Python leaves SIGTERM unanswered; it ends on SIGINT.
STOPSIGNAL SIGINT
# http.client, unlike urllib, does not send the question to a proxy that the host's Docker hands to its containers.
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['PARKNEWS_PORT']), timeout=5); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["parknews"]
CMD ["serve"]
