package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.browser.LabServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest of a lab, in a browser that shows nothing.
record Guest(LabServer lab, CookieManager cookies, HttpClient browser) implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"key\":\"value\",\"feat\":1,\"value\":\"([^\"]{60,})\"");
    private static final String GO = """
            {"csrfToken": "%s", "rpc": [{"type": "event", "node": 1, "event": "ui-navigate", "data": {
            "route": "%s", "query": "", "appShellTitle": "", "historyState": {"idx": 0}, "trigger": ""}}],
            "syncId": 0, "clientId": 0}""";

    /// Comes in by the door.
    static Guest of(LabServer lab) throws IOException, InterruptedException {
        Guest guest = stranger(lab);
        guest.enter();
        return guest;
    }

    /// A browser in which nobody is signed in.
    static Guest stranger(LabServer lab) {
        var cookies = new CookieManager();
        return new Guest(
                lab, cookies, HttpClient.newBuilder().cookieHandler(cookies).build());
    }

    private void enter() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(show("enter"));
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(lab.url("/enter/guest")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1))));
        assertThat(answer.headers().firstValue("Location")).as(answer.body()).contains("/");
        assertThat(cookie("stepback-guest")).isNotNull();
    }

    /// Opens a page, as a browser's script does.
    ///
    /// @return what it shows
    String show(String address) throws IOException, InterruptedException {
        JsonNode page = JsonMapper.shared()
                .readTree(get("/?v-r=init&location=" + address + "&query=").body())
                .path("appConfig");
        String token = page.at("/uidl/Vaadin-Security-Key").asString();
        return send(HttpRequest.newBuilder(URI.create(lab.url(
                                "/?v-r=uidl&v-uiId=" + page.path("v-uiId").asInt())))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(GO.formatted(token, address))))
                .body();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(lab.url(path))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpCookie cookie(String name) {
        return all().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<HttpCookie> all() {
        return cookies.getCookieStore().getCookies();
    }

    /// Forgets all other cookies.
    void keepOnly(HttpCookie kept) {
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(URI.create(lab.url("/")), kept);
    }

    /// Returns what the management port says.
    double figure(String name) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(lab.managementUrl("/prometheus"))))
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        browser.close();
    }
}
