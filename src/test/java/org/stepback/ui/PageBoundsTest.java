package org.stepback.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepback.web.Visitor;

class PageBoundsTest {
    private final Set<String> silent = new HashSet<>();
    private final List<String> gone = new ArrayList<>();

    @Test
    void the_oldest_page_of_a_person_goes_whichever_browser_it_is_in() {
        PageBounds<String> bounds = bounds(2, 100, 100);
        open(bounds, "first", person("ada", "laptop"));
        open(bounds, "other", person("bob", "desk"));
        open(bounds, "second", person("ada", "phone"));
        assertThat(gone).isEmpty();

        open(bounds, "third", person("ada", "phone"));

        assertThat(gone)
                .containsExactly("first: You have opened more than 2 pages of the lab, so this one was closed here."
                        + " All that you saved is safe.");
        assertThat(bounds.pages()).containsExactly("other", "second", "third");
    }

    @Test
    void a_silent_page_goes_first() {
        PageBounds<String> bounds = bounds(2, 100, 100);
        open(bounds, "first", person("ada", "laptop"));
        open(bounds, "silent", person("ada", "laptop"));
        silent.add("silent");

        open(bounds, "third", person("ada", "laptop"));

        assertThat(bounds.pages()).containsExactly("first", "third");
    }

    @Test
    void a_page_that_was_closed_counts_no_more() {
        PageBounds<String> bounds = bounds(1, 100, 100);
        open(bounds, "first", person("ada", "laptop"));
        bounds.remove("first");

        open(bounds, "second", person("ada", "laptop"));

        assertThat(gone).isEmpty();
    }

    @Test
    void strangers_are_bounded_by_browser_and_by_address() {
        PageBounds<String> bounds = bounds(2, 3, 100);
        open(bounds, "a1", stranger("home", "a"));
        open(bounds, "a2", stranger("home", "a"));
        open(bounds, "a3", stranger("home", "a"));
        assertThat(gone).singleElement().asString().startsWith("a1: You have opened more than 2 pages");
        open(bounds, "b1", stranger("home", "b"));
        open(bounds, "elsewhere", stranger("school", "c"));
        open(bounds, "in", person("ada", "a"));

        open(bounds, "c1", stranger("home", "c"));

        assertThat(gone).hasSize(2).last().asString().startsWith("a2: More than 3 pages of the lab are open from your");
    }

    @Test
    void where_the_server_is_full_who_has_the_most_pages_loses_one() {
        PageBounds<String> bounds = bounds(20, 100, 10);
        open(bounds, "honest", person("ada", "laptop"));
        for (int i = 0; i < 8; i++) {
            open(bounds, "many " + i, person("eve", "botnet"));
        }
        open(bounds, "honest too", person("bob", "laptop"));

        open(bounds, "last", person("cleo", "laptop"));

        assertThat(gone).singleElement().asString().startsWith("many 0: More pages are open than this server has room");
    }

    @Test
    void one_visitor_never_has_more_than_the_bound_however_many_are_opened() {
        PageBounds<String> bounds = bounds(20, 120, 390);
        for (int i = 0; i < 871; i++) {
            open(bounds, "page " + i, person("eve", "browser"));
            open(bounds, "stranger " + i, stranger("home", "session " + i));
        }

        assertThat(bounds.pages()).hasSize(140).contains("page 870", "page 851", "stranger 870");
        assertThat(gone).hasSize(2 * 871 - 140);
    }

    @Test
    void all_pages_together_take_less_than_half_of_the_heap() {
        assertThat(new PageLimits(20, 120, 0).mostOr(1L << 30)).isEqualTo(390);
        assertThat(new PageLimits(20, 120, 50).mostOr(1L << 30)).isEqualTo(50);
    }

    private PageBounds<String> bounds(int perPerson, int perAddress, int most) {
        return new PageBounds<>(new PageLimits(perPerson, perAddress, most), 1L << 30, silent::contains);
    }

    private void open(PageBounds<String> bounds, String page, PageBounds.Holder holder) {
        bounds.add(page, holder).forEach(going -> gone.add(going.page() + ": " + going.why()));
    }

    private static PageBounds.Holder person(String name, String browser) {
        return new PageBounds.Holder(Visitor.person(name), browser);
    }

    private static PageBounds.Holder stranger(String address, String browser) {
        return new PageBounds.Holder(Visitor.address(address), browser);
    }
}
