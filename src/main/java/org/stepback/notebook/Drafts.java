package org.stepback.notebook;

import static org.springframework.data.relational.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepback.Meters;
import org.stepback.account.Accounts;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.RefusedException;
import org.stepback.notebook.OwnNotebooks.Entry;

/// The table of drafts: one row a student and exercise, changed by whoever comes, in any tab and on any node. Each
/// change is noted in the [ChangeLog] in the same transaction, so that it can be undone.
///
/// Whoever changes a draft holds its row from before reading it until the end. The revision alone does not do: where
/// eight writers only compared it and began again, H2 (2.3.232 and 2.4.240) gave committed rows up for older ones in
/// 13 of 3,700 rounds; of 1,700 in which each held the row first, in none.
@Component
class Drafts {
    /// The most attempts to change a draft: writers who all find none, or wait too long for its row, begin again.
    private static final int ROUNDS = 60;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String OWN = " where student = :student and exercise like :own and deleted is null";

    private final JdbcAggregateTemplate rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ChangeLog log;
    private final Accounts accounts;
    private final Clock clock;

    Drafts(
            JdbcAggregateTemplate rows,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ChangeLog log,
            Accounts accounts,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.log = log;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<Draft> find(UUID student, String exercise) {
        var key = where("student").is(student).and("exercise").is(exercise);
        return rows.findOne(Query.query(key), Draft.class);
    }

    /// Returns the exercises and own notebooks of which the student has a draft.
    Set<String> started(UUID student) {
        return jdbc.sql("select exercise from draft where student = :student")
                .param("student", student)
                .query(String.class)
                .set();
    }

    /// The student's own notebooks that are there, the last changed first. Only an index is read.
    List<Entry> own(UUID student) {
        record Row(String exercise, @Nullable String title, OffsetDateTime changed) {}
        return jdbc
                .sql("select exercise, title, changed from draft" + OWN + " order by changed desc")
                .param("student", student)
                .param("own", Exercise.OWN + "%")
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Entry(
                        row.exercise(),
                        row.title() == null ? titled(student, row.exercise()) : row.title(),
                        row.changed().toInstant()))
                .toList();
    }

    /// Notes and returns the title of a notebook that an earlier version of the lab has stored.
    private String titled(UUID student, String exercise) {
        String title = find(student, exercise)
                .map(draft -> OwnNotebooks.title(Document.read(draft.edits())))
                .orElse(OwnNotebooks.UNTITLED);
        jdbc.sql("update draft set title = :title where student = :student and exercise = :exercise and title is null")
                .param("title", title)
                .param("student", student)
                .param("exercise", exercise)
                .update();
        return title;
    }

    private int countOwn(UUID student) {
        return jdbc.sql("select count(*) from draft" + OWN)
                .param("student", student)
                .param("own", Exercise.OWN + "%")
                .query(Integer.class)
                .single();
    }

    /// Adds an own notebook, with a slug of its own.
    ///
    /// @throws RefusedException where the student has [OwnNotebooks#MOST]
    Draft add(UUID student, String slug, Document document) {
        return contended(() -> {
                    guardCount(student);
                    return Optional.of(rows.insert(Draft.of(student, slug, document.write(), clock.instant())));
                })
                .orElseThrow();
    }

    void delete(UUID student, String slug) {
        contended(() -> locked(student, slug).map(draft -> rows.update(draft.deleted(clock.instant()))));
    }

    /// Brings a deleted notebook back.
    ///
    /// @throws RefusedException where the student has [OwnNotebooks#MOST]
    void bringBack(UUID student, String slug) {
        contended(() -> {
            guardCount(student);
            return locked(student, slug).map(draft -> rows.update(draft.deleted(null)));
        });
    }

    /// Counts with the student locked, so that notebooks which are added at one moment are counted one after another.
    private void guardCount(UUID student) {
        accounts.lock(student);
        if (countOwn(student) >= OwnNotebooks.MOST) {
            throw new RefusedException(
                    "You have " + OwnNotebooks.MOST + " notebooks, which is the limit. Delete one first.");
        }
    }

    /// Applies `change` to the document as it stands and commits the result; another writer's comes before or after.
    /// An unchanged document writes nothing and keeps its revision.
    ///
    /// @param label what a person calls the change
    /// @param change from the old document's text to the new one; may be called again, so it has no other
    /// effects
    /// @throws RefusedException where the row stays contended through every round
    Optional<Draft> update(UUID student, String exercise, String label, UnaryOperator<String> change) {
        return update(student, exercise, List.of(new Step(label, change)));
    }

    /// Applies changes one after another, as [#update] does, in one transaction. Each can be undone by itself.
    Optional<Draft> update(UUID student, String exercise, List<Step> steps) {
        return contended(() -> updateOnce(student, exercise, steps));
    }

    /// @param label what a person calls the change
    record Step(String label, UnaryOperator<String> change) {}

    /// Takes the last change back; an untouched draft stays as it is.
    Optional<Draft> undo(UUID student, String exercise) {
        return contended(() -> stepped(student, exercise, true));
    }

    /// Does the change again that was undone last.
    Optional<Draft> redo(UUID student, String exercise) {
        return contended(() -> stepped(student, exercise, false));
    }

    private Optional<Draft> stepped(UUID student, String exercise, boolean back) {
        return locked(student, exercise).map(draft -> (back ? log.last(draft.id()) : log.firstUndone(draft.id()))
                .map(entry -> {
                    log.setUndone(draft.id(), entry.number(), back);
                    Document now = Document.read(draft.edits());
                    Document then =
                            back ? entry.change().backward(now) : entry.change().forward(now);
                    return rows.update(draft.with(then.write(), clock.instant()));
                })
                .orElse(draft));
    }

    private Optional<Draft> locked(UUID student, String exercise) {
        log.lock(student, exercise);
        return find(student, exercise);
    }

    private Optional<Draft> contended(Supplier<Optional<Draft>> work) {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                Optional<Draft> draft = transaction.execute(status -> work.get());
                Meters.saved("notebook");
                return draft;
            } catch (ConcurrencyFailureException | DuplicateKeyException anotherWasQuicker) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
            }
        }
        throw new RefusedException("This notebook is being changed from too many places at once. Please try again.");
    }

    /// @throws AccountGoneException where the account was deleted, and its drafts with it
    void guardAccount(UUID student) {
        if (!accounts.exists(student)) {
            throw new AccountGoneException();
        }
    }

    private Optional<Draft> updateOnce(UUID student, String exercise, List<Step> steps) {
        Optional<Draft> found = locked(student, exercise);
        if (found.isEmpty()) {
            guardAccount(student);
        }
        String before = found.map(Draft::edits).orElse(EditsText.NONE);
        List<String> texts = new ArrayList<>(List.of(before));
        steps.forEach(step -> texts.add(step.change().apply(texts.getLast())));
        if (texts.stream().allMatch(before::equals)) {
            return found;
        }
        var now = clock.instant();
        Draft saved = found.map(draft -> rows.update(draft.with(texts.getLast(), now)))
                .orElseGet(() -> rows.insert(Draft.of(student, exercise, texts.getLast(), now)));
        for (int i = 0; i < steps.size(); i++) {
            if (!texts.get(i).equals(texts.get(i + 1))) {
                note(saved.id(), steps.get(i).label(), texts.get(i), texts.get(i + 1), now);
            }
        }
        return Optional.of(saved);
    }

    private void note(UUID draft, String label, String before, String after, Instant now) {
        Change made = Change.between(Document.read(before), Document.read(after));
        if (!made.isNothing()) {
            log.add(draft, label, made, now);
        }
    }
}
