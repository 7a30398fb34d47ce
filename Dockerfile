# docker build -t feedhub . && docker run -p 8080:8080 -v feedhub:/data -v ./feeds.json:/etc/feedhub/feeds.json:ro --read-only --tmpfs /tmp feedhub
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
# Without the repository there is no commit to ask for: docker build --build-arg COMMIT=$(git rev-parse HEAD)
ARG COMMIT=
RUN dotnet publish src/FeedHub -c Release -o /app -p:SourceRevisionId=$COMMIT -v q \
    && dotnet run -p:RunAnalyzers=false .ci/notices.cs /doc/licences && cp THIRD-PARTY-NOTICES.txt /doc

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /usr/lib/feedhub
COPY --from=build /doc /usr/share/doc/feedhub
COPY feeds.json /etc/feedhub/feeds.json
RUN mkdir /data && chown $APP_UID:$APP_UID /data && chmod 700 /data
ENV ASPNETCORE_HTTP_PORTS=8080 FeedHub__DataDirectory=/data
WORKDIR /etc/feedhub
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has neither curl nor wget.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "/usr/lib/feedhub/FeedHub.dll"]
CMD ["run"]
