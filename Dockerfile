# docker build -t bundlescan .
# docker run --rm -v "$PWD:/scan:ro" bundlescan find dist
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY bundlescan bundlescan
COPY rules rules
RUN python -m venv --without-pip /opt/bundlescan \
 && python -m pip --python /opt/bundlescan install --no-cache-dir --quiet /src

FROM python:3.13-slim
COPY --from=build /opt/bundlescan /opt/bundlescan
ENV PATH="/opt/bundlescan/bin:$PATH" HOME=/tmp
WORKDIR /scan
USER 65532:65532
ENTRYPOINT ["bundlescan"]
CMD ["find", "."]
