# Builds the lab and keeps only what it needs to run.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends nodejs npm \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /stepback
COPY . .
RUN ./stepback build

FROM eclipse-temurin:25-jre
RUN useradd --create-home --home-dir /stepback stepback
WORKDIR /stepback
COPY --from=build /stepback/target/stepback.jar stepback.jar
COPY exercises exercises
COPY src/main/jvm.options jvm.options
RUN mkdir data && chown stepback data
USER stepback
VOLUME /stepback/data
EXPOSE 8080
ENTRYPOINT ["java", "@jvm.options", "-jar", "stepback.jar"]
