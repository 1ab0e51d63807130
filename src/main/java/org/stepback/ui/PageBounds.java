package org.stepback.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stepback.web.Visitor;

/// The open pages, and which of them goes when there are too many: one that is silent, else the one opened first.
final class PageBounds<P> {
    private final PageLimits limits;
    private final int most;
    private final Predicate<P> isSilent;
    private final Map<P, Holder> open = new LinkedHashMap<>();

    /// Whose page it is.
    ///
    /// @param session the id, equal for the pages of one browser
    record Holder(Visitor visitor, String session) {
        /// All of a person's browsers, one browser of a stranger.
        String person() {
            return visitor.stranger() ? "session " + session : visitor.name();
        }
    }

    /// A page that goes.
    ///
    /// @param visitor whose it is
    /// @param why as a sentence
    record Going<P>(P page, Visitor visitor, String why) {}

    /// @param heap in bytes, of which the pages take a part
    PageBounds(PageLimits limits, long heap, Predicate<P> isSilent) {
        this.limits = limits;
        this.most = limits.mostOr(heap);
        this.isSilent = isSilent;
    }

    /// Adds a page.
    ///
    /// @return those that go for it, which count no more
    synchronized List<Going<P>> add(P page, Holder holder) {
        open.put(page, holder);
        List<Going<P>> going = new ArrayList<>();
        String person = holder.person();
        bound(going, limits.perPerson(), known -> known.person().equals(person), PageLimits.PERSON);
        if (holder.visitor().stranger()) {
            bound(going, limits.perAddress(), known -> known.visitor().equals(holder.visitor()), PageLimits.ADDRESS);
        }
        while (open.size() > most) {
            Visitor greatest = greatest();
            going.add(take(known -> known.visitor().equals(greatest), PageLimits.ALL));
        }
        return going;
    }

    private void bound(List<Going<P>> going, int most, Predicate<Holder> counted, String why) {
        while (open.values().stream().filter(counted).count() > most) {
            going.add(take(counted, why.formatted(most)));
        }
    }

    /// Returns the visitor with the most pages.
    private Visitor greatest() {
        Map<Visitor, Long> counts = open.values().stream()
                .collect(Collectors.groupingBy(Holder::visitor, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    private Going<P> take(Predicate<Holder> counted, String why) {
        List<P> pages = open.entrySet().stream()
                .filter(each -> counted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        P page = pages.stream().filter(isSilent).findFirst().orElse(pages.getFirst());
        Holder holder = Objects.requireNonNull(open.remove(page));
        return new Going<>(page, holder.visitor(), why);
    }

    /// A page is closed.
    synchronized void remove(P page) {
        open.remove(page);
    }

    synchronized Set<String> sessions() {
        return open.values().stream().map(Holder::session).collect(Collectors.toSet());
    }

    synchronized List<P> pages() {
        return List.copyOf(open.keySet());
    }
}
