package org.stepback.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stepback.exercise.RefusedException;
import tools.jackson.databind.json.JsonMapper;

/// A lab in another process, which has its database open. It is reached at its management port with a secret that lies
/// next to the database, and that nobody reads but who may read the database too.
///
/// @param address of the management port, such as `http://127.0.0.1:8081`
record RunningLab(String address, String secret) {
    private static final String SILENT = "The lab on this database does not answer at its management port. ";

    static RunningLab of(DatabaseFile data) {
        try {
            List<String> lines = Files.readAllLines(data.operator());
            return new RunningLab(lines.get(0), lines.get(1));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new RefusedException(SILENT + "Start it, or set MANAGEMENT_SERVER_PORT, and try again.");
        }
    }

    /// Has the lab write a backup.
    void backUp(Path file) {
        ask("backup", Map.of("file", file.toAbsolutePath().toString(), "secret", secret), "did not write the backup");
    }

    /// Has the lab sign a guest out.
    void signOut(String guest) {
        ask("signout", Map.of("guest", guest, "secret", secret), "signed nobody out");
    }

    private void ask(String what, Map<String, String> words, String failure) {
        String body = JsonMapper.shared().writeValueAsString(words);
        var request = HttpRequest.newBuilder(URI.create(address + "/" + what))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new RefusedException("The running lab " + failure + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new RefusedException(SILENT + "Its address was " + address + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("The lab was not waited for: it " + failure + ".");
        }
    }
}
