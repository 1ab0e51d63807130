package org.stepback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    @Test
    void one_visitor_leaves_room_for_the_others() {
        BodyBudget budget = new BodyBudget(100, 60);
        assertThat(budget.take("a", 60)).isTrue();
        assertThat(budget.take("a", 1)).isFalse();
        assertThat(budget.take("b", 40)).isTrue();
        assertThat(budget.take("c", 1)).isFalse();
    }

    @Property
    void all_that_is_given_back_can_be_taken_again(
            @ForAll @Size(max = 50) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        BodyBudget budget = new BodyBudget(100, 100);
        var taken = new ArrayDeque<Integer>();
        for (int size : sizes) {
            while (!budget.take("a", size)) {
                budget.giveBack("a", taken.remove());
            }
            taken.add(size);
        }
        taken.forEach(size -> budget.giveBack("a", size));
        assertThat(budget.take("b", 100)).isTrue();
    }
}
