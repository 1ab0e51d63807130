package org.stepback.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One browser with its cookies, at an address of its own.
final class Client {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final String lab;
    private final HttpClient http;
    private final LongAdder lost = new LongAdder();

    /// @param lab the lab's address, ending with `/`
    /// @param from where this client's connections come from, such as `127.0.1.7`
    Client(String lab, String from) throws IOException {
        this.lab = lab;
        http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .localAddress(InetAddress.getByName(from))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    HttpClient http() {
        return http;
    }

    String address(String path) {
        return lab + path;
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Comes in by the door for guests.
    void enter() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("enter"));
        if (!token.find()) {
            throw new IOException("the door has no form");
        }
        post("enter/guest", "application/x-www-form-urlencoded", "_csrf=" + coded(token.group(1)));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path))));
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("the lab answered " + answer.statusCode());
        }
        return answer.body();
    }

    /// Counts a message that a closed page could not send any more.
    void noteLost() {
        lost.increment();
    }
}
