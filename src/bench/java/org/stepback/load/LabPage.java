package org.stepback.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An open page of the lab: sends events as Vaadin's client does, and answers all that the server asks of it.
final class LabPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PUSH = "VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&refreshConnection"
            + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript&X-Atmosphere-Transport=websocket"
            + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true&X-Cache-Date=0"
            + "&Content-Type=application/json;charset=UTF-8";

    private final Client client;
    private final PageTree nodes = new PageTree();
    private final int number;
    private final String token;
    private final WebSocket push;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private int sent;
    private int seen;
    private volatile CompletableFuture<JsonNode> points = new CompletableFuture<>();

    /// Opens a page by its route, such as `exercise/learning-rate`.
    LabPage(Client client, String route, String query) throws IOException, InterruptedException {
        this.client = client;
        JsonNode config = JSON.readTree(client.get("?v-r=init&location=" + route + "&query=" + Client.coded(query)))
                .path("appConfig");
        number = config.path("v-uiId").asInt();
        token = config.at("/uidl/Vaadin-Security-Key").asString();
        take(config.path("uidl"));
        push = connect(config.at("/uidl/Vaadin-Push-ID").asString());
        event(
                1,
                "ui-navigate",
                Map.of(
                        "route",
                        route,
                        "query",
                        query,
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        ""));
    }

    private WebSocket connect(String id) {
        URI address = URI.create(client.address(PUSH.formatted(number, id)).replaceFirst("^http", "ws"));
        return client.http()
                .newWebSocketBuilder()
                .buildAsync(address, new Messages())
                .join();
    }

    PageTree nodes() {
        return nodes;
    }

    /// Returns what the server has said to be stored since the page was opened, by the control's key.
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /// Returns what completes with the next points of a chart.
    CompletableFuture<JsonNode> nextPoints() {
        points = new CompletableFuture<>();
        return points;
    }

    /// Says that all charts are in the window, so that the server sends what they show.
    void lookAtCharts() throws IOException, InterruptedException {
        for (int chart : nodes.tagged("sb-sight")) {
            event(chart, "sight", Map.of("event.detail", Map.of("near", true)));
        }
    }

    /// Presses a button.
    void press(int node) throws IOException, InterruptedException {
        event(node, "click", Map.of("event.detail", 1, "event.button", 0));
    }

    /// Types a text into a control, and returns once the server has answered.
    ///
    void type(int node, String text, String stamp) throws IOException, InterruptedException {
        event(node, "edited", Map.of("event.detail.value", text, "element.stamp", stamp, "element.seen", ""));
    }

    /// Sends one event, as one message.
    ///
    /// @throws IOException where the server refuses it
    void event(int node, String name, Map<String, ?> data) throws IOException, InterruptedException {
        ObjectNode event =
                JSON.createObjectNode().put("type", "event").put("node", node).put("event", name);
        event.set("data", JSON.valueToTree(data));
        send(JSON.createArrayNode().add(event));
    }

    private synchronized void send(ArrayNode calls) throws IOException, InterruptedException {
        ObjectNode message = JSON.createObjectNode().put("csrfToken", token);
        message.set("rpc", calls);
        message.put("syncId", seen).put("clientId", sent++);
        String answer =
                client.post("?v-r=uidl&v-uiId=" + number, "application/json; charset=UTF-8", message.toString());
        take(JSON.readTree(answer.startsWith("for(;;);") ? answer.substring(9, answer.length() - 1) : answer));
    }

    /// Takes a message of the server, and tells it what its scripts return, where it waits for that.
    private synchronized void take(JsonNode message) {
        seen = Math.max(seen, message.path("syncId").asInt(seen));
        nodes.take(message.path("changes"));
        ArrayNode answers = JSON.createArrayNode();
        message.path("execute").forEach(call -> {
            List<JsonNode> words = call.valueStream().toList();
            String script = words.getLast().asString();
            if (script.contains(".take(")) {
                points.complete(call);
            } else if (script.contains(".acknowledge(")) {
                acknowledged.put(words.get(1).asString(), words.get(3).asString(""));
            }
            words.stream()
                    .map(word -> word.path("@v-return"))
                    .filter(JsonNode::isArray)
                    .findFirst() // the one for what went well
                    .ifPresent(channel -> answers.addObject()
                            .put("type", "channel")
                            .put("node", channel.get(0).asInt())
                            .put("channel", channel.get(1).asInt())
                            .set("args", JSON.createArrayNode().addNull()));
        });
        if (!answers.isEmpty()) {
            Thread.startVirtualThread(() -> tell(answers));
        }
    }

    private void tell(ArrayNode answers) {
        try {
            send(answers);
        } catch (IOException | InterruptedException closed) {
            client.noteLost();
        }
    }

    /// Leaves the page, as a browser's tab that is closed.
    @Override
    public void close() {
        try {
            push.abort();
            client.post(
                    "?v-r=uidl&v-uiId=" + number,
                    "application/json",
                    "{\"csrfToken\":\"" + token + "\",\"rpc\":[],\"UNLOAD\":true}");
        } catch (IOException gone) {
            client.noteLost();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Puts the pieces of pushed messages together, each of which says first how long it is.
    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            text.append(piece);
            next().ifPresent(this::read);
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void read(String first) {
            for (Optional<String> message = Optional.of(first); message.isPresent(); message = next()) {
                if (message.get().startsWith("{")) { // the first is Atmosphere's own
                    take(JSON.readTree(message.get()));
                }
            }
        }

        private Optional<String> next() {
            int bar = text.indexOf("|");
            int end = bar < 0
                    ? 0
                    : bar + 1 + Integer.parseInt(text.substring(0, bar).strip());
            if (bar < 0 || text.length() < end) {
                return Optional.empty();
            }
            String message = text.substring(bar + 1, end);
            text.delete(0, end);
            return Optional.of(message);
        }
    }
}
