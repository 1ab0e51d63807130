# Builds the lab and keeps only what it needs to run.
FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /stepback
COPY . .
RUN ./stepback build

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN useradd --system --uid 10001 --home-dir /stepback --shell /usr/sbin/nologin stepback
WORKDIR /stepback
COPY --from=build /stepback/target/stepback.jar stepback.jar
COPY exercises exercises
COPY src/main/jvm.options jvm.options
COPY src/main/container/healthy healthy
# Where an H2 file goes that no volume keeps: a course has PostgreSQL, or a volume at /stepback/data.
RUN mkdir data && chown stepback data
USER stepback
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 CMD ["bash", "/stepback/healthy"]
# The heap takes 70 % of what the container may have; the rest is for Java's own use and for threads.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "@jvm.options", "-jar", "stepback.jar"]
