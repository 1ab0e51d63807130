package org.stepback.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.NotebookService.Typed;
import org.stepback.storage.StorageOutage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Takes what a notebook's page could not send by its own connection, by plain HTTP.
///
/// A page of another site can't ask for it: such a request has no JSON content type, and no cookie (`SameSite=Lax`).
@Controller
public class SaveController {
    /// Its path, before the notebook's slug.
    public static final String PATH = "/saves/";

    private static final int MOST_BYTES = 1_000_000;
    /// As many as a page sends in one request: see frontend/fields/http-sender.ts.
    static final int MOST_TEXTS = 50;
    private static final String NOWHERE = "There is no such place in this notebook.";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param key the cell, `/` and the place
    record Sent(
            @Nullable String key,
            @Nullable String text,
            @Nullable List<String> seen,
            @Nullable String stamp) {}

    /// @param state `stored`, `elsewhere`, `gone` or `refused`
    /// @param stored what stands there now, where that is not what was sent
    /// @param reason why it was refused
    record Answer(String key, String stamp, String state, String stored, String reason) {}

    private final NotebookService notebooks;

    SaveController(NotebookService notebooks) {
        this.notebooks = notebooks;
    }

    @PostMapping(path = PATH + "{slug}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> save(
            @PathVariable String slug,
            InputStream body,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "same-origin") String site)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        if (!site.equals("same-origin")) {
            return ResponseEntity.status(403).build();
        }
        try {
            Sent[] texts = JSON.readValue(bytes, Sent[].class);
            return texts.length > MOST_TEXTS ? ResponseEntity.status(413).build() : answer(slug, List.of(texts));
        } catch (JacksonException | NullPointerException notTexts) {
            return ResponseEntity.badRequest().build();
        } catch (DataAccessException | TransactionException failure) {
            if (StorageOutage.is(failure)) {
                return ResponseEntity.status(503).build(); // the page keeps its texts, and sends them again
            }
            throw failure;
        }
    }

    private ResponseEntity<String> answer(String slug, List<Sent> sent) {
        Map<Boolean, List<Sent>> placed = sent.stream().collect(Collectors.partitioningBy(SaveController::isPlaced));
        List<TextEdit> texts =
                placed.get(true).stream().map(SaveController::edit).toList();
        List<Answer> answers = new ArrayList<>();
        placed.get(false)
                .forEach(text ->
                        answers.add(new Answer(orEmpty(text.key()), orEmpty(text.stamp()), "refused", "", NOWHERE)));
        if (!texts.isEmpty()) {
            answers.addAll(stored(slug, texts, placed.get(true)));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(answers));
    }

    private List<Answer> stored(String slug, List<TextEdit> texts, List<Sent> sent) {
        try {
            Typed typed = notebooks.type(SignedIn.current().id(), slug, texts);
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> answer(
                            sent.get(i),
                            texts.get(i),
                            typed.notebook(),
                            typed.refused().get(i)))
                    .toList();
        } catch (RefusedException refused) {
            return sent.stream().map(text -> answer(text, refused)).toList();
        }
    }

    private static Answer answer(Sent sent, TextEdit edit, Notebook notebook, @Nullable RuntimeException refused) {
        return refused == null
                ? new Answer(
                        orEmpty(sent.key()),
                        orEmpty(sent.stamp()),
                        "stored",
                        notebook.typed(edit.cell(), edit.place()),
                        "")
                : answer(sent, refused);
    }

    private static Answer answer(Sent sent, RuntimeException refused) {
        String key = orEmpty(sent.key());
        String stamp = orEmpty(sent.stamp());
        return refused instanceof ChangedElsewhereException elsewhere
                ? new Answer(key, stamp, "elsewhere", elsewhere.stored(), "")
                : new Answer(
                        key, stamp, refused instanceof GoneException ? "gone" : "refused", "", refused.getMessage());
    }

    private static boolean isPlaced(Sent sent) {
        return sent.text() != null && orEmpty(sent.key()).contains("/");
    }

    private static TextEdit edit(Sent sent) {
        String key = orEmpty(sent.key());
        int slash = key.indexOf('/');
        String seen = sent.seen() == null ? "" : String.join(" ", sent.seen());
        return TextEdit.of(
                key.substring(0, slash), key.substring(slash + 1), orEmpty(sent.text()), seen, orEmpty(sent.stamp()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
