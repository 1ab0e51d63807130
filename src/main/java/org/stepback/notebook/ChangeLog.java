package org.stepback.notebook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of the changes that drafts have seen, one row a change, in the transaction that makes it.
@Component
class ChangeLog {
    /// How many changes of one draft are kept.
    static final int MOST = 500;

    /// How many characters they may take together: some thousand ordinary changes.
    static final int MOST_CHARACTERS = 4_000_000;

    private static final int LONGEST_LABEL = 120;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// One row.
    ///
    /// @param number counts up within the draft
    record Entry(long number, String label, Change change, boolean undone, Instant made) {}

    private final JdbcClient jdbc;

    ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes a change, after which what was undone before can't be done again. Typing on in one text, with no longer
    /// pause than two seconds, is one change.
    void add(UUID draft, String label, Change change, Instant now) {
        jdbc.sql("delete from draft_change where draft = :draft and undone = true")
                .param("draft", draft)
                .update();
        Optional<Entry> last = last(draft);
        boolean goesOn = last.filter(entry -> entry.change().isAboutSameText(change)
                        && entry.made().plus(PAUSE).isAfter(now))
                .isPresent();
        if (goesOn) {
            replace(draft, last.get(), last.get().change().then(change), now);
        } else {
            insert(draft, last.map(Entry::number).orElse(0L) + 1, label, change, now);
        }
    }

    /// Waits until nobody else is changing the draft, and keeps others from it until the transaction ends.
    void lock(UUID student, String exercise) {
        jdbc.sql("select revision from draft where student = :student and exercise = :exercise for update")
                .param("student", student)
                .param("exercise", exercise)
                .query(Long.class)
                .optional();
    }

    private void replace(UUID draft, Entry entry, Change change, Instant now) {
        if (change.isNothing()) {
            jdbc.sql("delete from draft_change where draft = :draft and number = :number")
                    .param("draft", draft)
                    .param("number", entry.number())
                    .update();
            return;
        }
        jdbc.sql("update draft_change set parts = :parts, made = :made where draft = :draft and number = :number")
                .param("parts", change.write())
                .param("made", at(now))
                .param("draft", draft)
                .param("number", entry.number())
                .update();
    }

    private void insert(UUID draft, long number, String label, Change change, Instant now) {
        jdbc.sql("""
                        insert into draft_change (draft, number, label, parts, undone, made)
                        values (:draft, :number, :label, :parts, false, :made)""")
                .param("draft", draft)
                .param("number", number)
                .param("label", label.substring(0, Math.min(LONGEST_LABEL, label.length())))
                .param("parts", change.write())
                .param("made", at(now))
                .update();
        jdbc.sql("""
                        delete from draft_change where draft = :draft and number <= (
                            select coalesce(max(number), 0) from (
                                select number, row_number() over (order by number desc) as place,
                                    sum(char_length(parts)) over (order by number desc) as characters
                                from draft_change where draft = :draft
                            ) as kept where place > :most or characters > :characters)""")
                .param("draft", draft)
                .param("most", MOST)
                .param("characters", MOST_CHARACTERS)
                .update();
    }

    /// The change that undo takes back: the last that stands.
    Optional<Entry> last(UUID draft) {
        return one(draft, "undone = false order by number desc");
    }

    /// The change that redo does again: the first that was undone.
    Optional<Entry> firstUndone(UUID draft) {
        return one(draft, "undone = true order by number");
    }

    void setUndone(UUID draft, long number, boolean undone) {
        jdbc.sql("update draft_change set undone = :undone where draft = :draft and number = :number")
                .param("undone", undone)
                .param("draft", draft)
                .param("number", number)
                .update();
    }

    /// All changes that stand, the latest first.
    List<Entry> standing(UUID draft) {
        return entries(draft, "undone = false order by number desc");
    }

    private Optional<Entry> one(UUID draft, String which) {
        return entries(draft, which + " limit 1").stream().findFirst();
    }

    private List<Entry> entries(UUID draft, String which) {
        return jdbc.sql("select number, label, parts, undone, made from draft_change where draft = :draft and " + which)
                .param("draft", draft)
                .query((row, index) -> new Entry(
                        row.getLong("number"),
                        row.getString("label"),
                        Change.read(row.getString("parts")),
                        row.getBoolean("undone"),
                        row.getObject("made", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
