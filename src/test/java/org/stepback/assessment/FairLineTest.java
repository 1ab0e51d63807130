package org.stepback.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairLineTest {
    @Test
    void owners_take_turns_and_each_keeps_their_order() {
        FairLine<String, Integer> line = new FairLine<>();
        for (int i = 1; i <= 4; i++) {
            line.add("Ada", i);
        }
        line.add("Bob", 10);
        line.add("Bob", 11);
        line.add("Cleo", 20);

        List<Integer> order = new ArrayList<>();
        while (!line.isEmpty()) {
            order.add(line.next());
        }
        assertThat(order).containsExactly(1, 10, 20, 2, 11, 3, 4);
    }
}
