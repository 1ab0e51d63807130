package org.stepback.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.stepback.account.SignedIn;
import org.stepback.exercise.RefusedException;
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
    private static final int MOST_TEXTS = 300;
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
        }
    }

    private ResponseEntity<String> answer(String slug, List<Sent> texts) {
        List<Answer> answers = texts.stream().map(text -> store(slug, text)).toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(answers));
    }

    private Answer store(String slug, Sent sent) {
        String key = orEmpty(sent.key());
        String stamp = orEmpty(sent.stamp());
        int slash = key.indexOf('/');
        if (slash < 0 || sent.text() == null) {
            return new Answer(key, stamp, "refused", "", "There is no such place in this notebook.");
        }
        String seen = sent.seen() == null ? "" : String.join(" ", sent.seen());
        TextEdit typed = TextEdit.of(key.substring(0, slash), key.substring(slash + 1), sent.text(), seen, stamp);
        try {
            Notebook notebook = notebooks.type(SignedIn.current().id(), slug, typed);
            return new Answer(key, stamp, "stored", notebook.typed(typed.cell(), typed.place()), "");
        } catch (ChangedElsewhereException elsewhere) {
            return new Answer(key, stamp, "elsewhere", elsewhere.stored(), "");
        } catch (GoneException gone) {
            return new Answer(key, stamp, "gone", "", gone.getMessage());
        } catch (RefusedException refused) {
            return new Answer(key, stamp, "refused", "", refused.getMessage());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
