# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -q -B dependency:go-offline
COPY LICENSE NOTICE ./
COPY docs/problems docs/problems
COPY src src
RUN mvn -q -B package -Dmaven.test.skip=true

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /moderato --shell /usr/sbin/nologin moderato \
 && mkdir -p /moderato/data && chown -R moderato /moderato
WORKDIR /moderato
COPY --from=build /build/target/moderato.jar moderato.jar
COPY models models
COPY LICENSE NOTICE ./
USER moderato
ENV MODERATO_HTTP_HOST=0.0.0.0 \
    MODERATO_LOG_FORMAT=json \
    JAVA_TOOL_OPTIONS="-Xmx256m -XX:+UseG1GC -XX:MaxTenuringThreshold=2 -XX:+ExitOnOutOfMemoryError"
VOLUME /moderato/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["java", "-jar", "moderato.jar"]
CMD ["serve"]
