package org.stepback.notebook;

import static org.springframework.data.relational.core.query.Criteria.where;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepback.exercise.RefusedException;

/// The table of drafts: one row a student and exercise, changed by whoever comes, in any tab and on any node.
@Component
class Drafts {
    /// Each round lets at least one writer through, so this is also how many may write at once.
    private static final int ROUNDS = 60;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final JdbcAggregateTemplate rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Drafts(JdbcAggregateTemplate rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<Draft> find(UUID student, String exercise) {
        var key = where("student").is(student).and("exercise").is(exercise);
        return rows.findOne(Query.query(key), Draft.class);
    }

    /// Applies `change` to the edits as they stand and commits the result; where another writer was quicker, applies it
    /// to what that one wrote. Unchanged edits write nothing and keep their revision.
    ///
    /// @param change from the old edits' text to the new one; called once a round, so it must be free of effects
    /// @throws RefusedException where the row stays contended through every round
    Optional<Draft> update(UUID student, String exercise, UnaryOperator<String> change) {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                return transaction.execute(status -> updateOnce(student, exercise, change));
            } catch (ConcurrencyFailureException | DuplicateKeyException anotherWasQuicker) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
            }
        }
        throw new RefusedException("This exercise is being changed from too many places at once. Please try again.");
    }

    private Optional<Draft> updateOnce(UUID student, String exercise, UnaryOperator<String> change) {
        Optional<Draft> found = find(student, exercise);
        String before = found.map(Draft::edits).orElse(EditsText.NONE);
        String after = change.apply(before);
        if (after.equals(before)) {
            return found;
        }
        var now = clock.instant();
        return Optional.of(found.map(draft -> rows.update(draft.with(after, now)))
                .orElseGet(() -> rows.insert(new Draft(UUID.randomUUID(), student, exercise, after, 0, now))));
    }
}
