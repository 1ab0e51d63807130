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
import org.stepback.storage.StorageQuota;

/// The table of the changes that drafts have seen, one row a change, in the transaction that makes it.
@Component
class ChangeLog {
    /// The most changes of one draft that are kept.
    static final int MOST = 500;

    /// The most bytes that they take together: some thousand ordinary changes.
    static final int MOST_BYTES = 4_000_000;

    private static final int LONGEST_LABEL = 120;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// One row.
    ///
    /// @param number counts up within the draft
    /// @param parent the number of the change on which it was made; 0 for the first
    /// @param leftBehind whether it was undone and another change made instead, so that redo does not lead there
    record Entry(
            long number, long parent, String label, Change change, boolean undone, boolean leftBehind, Instant made) {}

    private final JdbcClient jdbc;

    ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes a change, after which what was undone before can't be done again; it stays as a version. Typing on in one
    /// text, with no longer pause than two seconds, is one change.
    void add(UUID draft, String label, Change change, Instant now) {
        Optional<Entry> last = last(draft);
        if (last.filter(entry -> goesOn(draft, entry, change, now)).isPresent()) {
            replace(draft, last.get(), last.get().change().then(change), now);
        } else {
            long parent = last.map(Entry::number).orElseGet(() -> root(draft));
            insert(draft, parent, label, change, now);
        }
        jdbc.sql("update draft set history = (select coalesce(sum(bytes), 0) from draft_change where draft = :draft)"
                        + " where id = :draft")
                .param("draft", draft)
                .update();
    }

    /// A change that others were made on, if only to be undone, is complete: they would not fit any more.
    private boolean goesOn(UUID draft, Entry last, Change change, Instant now) {
        return last.change().isAboutSameText(change)
                && last.made().plus(PAUSE).isAfter(now)
                && one(draft, "parent = " + last.number()).isEmpty();
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
        String parts = change.write();
        jdbc.sql(
                        "update draft_change set parts = :parts, bytes = :bytes, made = :made where draft = :draft and number = :number")
                .param("parts", parts)
                .param("bytes", StorageQuota.bytes(parts))
                .param("made", at(now))
                .param("draft", draft)
                .param("number", entry.number())
                .update();
    }

    /// Returns the number of the change before all that can be undone or redone.
    private long root(UUID draft) {
        return one(draft, "left_behind = false order by number")
                .map(Entry::parent)
                .orElse(0L);
    }

    private void insert(UUID draft, long parent, String label, Change change, Instant now) {
        long latest = one(draft, "true order by number desc").map(Entry::number).orElse(0L);
        jdbc.sql("update draft_change set left_behind = true where draft = :draft and undone = true")
                .param("draft", draft)
                .update();
        String parts = change.write();
        jdbc.sql("""
                        insert into draft_change (draft, number, parent, label, parts, bytes, undone, made)
                        values (:draft, :number, :parent, :label, :parts, :bytes, false, :made)""")
                .param("draft", draft)
                .param("number", latest + 1)
                .param("parent", parent)
                .param("label", label.substring(0, Math.min(LONGEST_LABEL, label.length())))
                .param("parts", parts)
                .param("bytes", StorageQuota.bytes(parts))
                .param("made", at(now))
                .update();
        jdbc.sql("""
                        delete from draft_change where draft = :draft and number <= (
                            select coalesce(max(number), 0) from (
                                select number, row_number() over (order by number desc) as place,
                                    sum(bytes) over (order by number desc) as bytes
                                from draft_change where draft = :draft
                            ) as kept where place > :most or bytes > :bytes)""")
                .param("draft", draft)
                .param("most", MOST)
                .param("bytes", MOST_BYTES)
                .update();
    }

    /// Returns the change that undo takes back: the last that stands.
    Optional<Entry> last(UUID draft) {
        return one(draft, "undone = false order by number desc");
    }

    /// Returns the change that redo does again: the first that was undone.
    Optional<Entry> firstUndone(UUID draft) {
        return one(draft, "undone = true and left_behind = false order by number");
    }

    void setUndone(UUID draft, long number, boolean undone) {
        jdbc.sql("update draft_change set undone = :undone where draft = :draft and number = :number")
                .param("undone", undone)
                .param("draft", draft)
                .param("number", number)
                .update();
    }

    ChangeTree tree(UUID draft) {
        return new ChangeTree(entries(draft, "true order by number desc"));
    }

    private Optional<Entry> one(UUID draft, String which) {
        return entries(draft, which + " limit 1").stream().findFirst();
    }

    private List<Entry> entries(UUID draft, String which) {
        return jdbc.sql("""
                        select number, parent, label, parts, undone, left_behind, made from draft_change
                        where draft = :draft and %s""".formatted(which))
                .param("draft", draft)
                .query((row, index) -> new Entry(
                        row.getLong("number"),
                        row.getLong("parent"),
                        row.getString("label"),
                        Change.read(row.getString("parts")),
                        row.getBoolean("undone"),
                        row.getBoolean("left_behind"),
                        row.getObject("made", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
