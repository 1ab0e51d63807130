package org.stepback.playground.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepback.data.CsvFile;
import org.stepback.data.Fault;
import org.stepback.data.Header;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.yaml.TextBytes;
import org.stepback.playground.PlaygroundFile;
import org.stepback.playground.PlaygroundRun;
import org.stepback.playground.Playgrounds;
import org.stepback.playground.setting.Controls;
import org.stepback.playground.setting.OwnCsv;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.PointPattern;
import org.stepback.playground.setting.TensorFlowLink;
import org.stepback.trace.ui.WalkDrawer;
import org.stepback.training.ui.LessonPart;
import org.stepback.ui.ConnectionProbe;
import org.stepback.ui.PageTicker;
import org.stepback.ui.PublicBar;
import org.stepback.web.Visitor;

/// The Playground: its state is the page's link, its run lives as long as the page.
@Route(value = "playground", autoLayout = false)
@PageTitle("Playground · Stepback")
@AnonymousAllowed
class PlaygroundView extends Div implements BeforeEnterObserver {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINK = 2 * LONGEST_TEXT;

    private final Playgrounds playgrounds;
    private final Visitor owner = Visitor.of(VaadinServletRequest.getCurrent());
    private final ComparedRuns compared;
    private final Board board = new Board();
    private final WalkDrawer drawer;
    private final Main content = new Main(board);
    private final Saves saves = new Saves(board);
    private PlaygroundState state = PlaygroundState.INITIAL;
    private volatile @Nullable PlaygroundRun run;
    private final Frames frames = new Frames();
    private int answered;

    PlaygroundView(Playgrounds playgrounds, PageTicker ticker) {
        this.playgrounds = playgrounds;
        compared = new ComparedRuns(playgrounds, owner);
        addClassName("playground-page");
        var skip = new Anchor("#content", "Skip to the content");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        drawer = new WalkDrawer(this::subject, ticker);
        drawer.hideButton(); // it is next to the network
        content.add(drawer);
        add(skip, new PublicBar(new H1("Playground")), content);
        board.onAct(this::act);
        board.onChange(this::change);
        board.onWeight(this::setWeight);
        board.onTable(this::readTable);
        board.onOpen(this::openFile);
        board.onText("save", this::save);
        board.onSweep(this::compare);
        board.onText("link", this::openLink);
        board.onText("lesson", PlaygroundView::openLesson);
        ticker.refresh(board, this::hasNews, this::show);
    }

    /// Returns the training that the drawer looks into.
    private Optional<WalkDrawer.Subject> subject() {
        return Optional.ofNullable(run)
                .flatMap(known -> known.snapshot().past())
                .map(past -> new WalkDrawer.Subject(
                        past.start(),
                        past::replay,
                        past.setup().split().train().x(),
                        past.setup().split().train().y(),
                        Math.max(past.start().step() + 1, past.now().step()),
                        past.note()));
    }

    /// An open page says by itself where its address has led it: nobody else sees what is behind #.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (run == null) {
            PlaygroundLink.Reading reading =
                    PlaygroundLink.read(event.getLocation().getQueryParameters().getParameters());
            board.notices(reading.problems());
            state = reading.state();
            ConnectionProbe probe = ConnectionProbe.of(event.getUI());
            try {
                begin(playgrounds.open(state, reading.run(), owner, probe::isHeard));
            } catch (RefusedException full) {
                refuse(full.getMessage());
            }
            showSettings();
        }
    }

    /// Opens a link on the open page: its network begins again, and all that is no part of the link stays.
    private void openAgain(PlaygroundLink.Reading reading) {
        board.notices(reading.problems());
        adopt(reading.state());
        act("reset");
        if (reading.run()) {
            act("play");
        }
    }

    private void begin(PlaygroundRun opened) {
        run = opened;
        show();
    }

    private void refuse(String why) {
        content.removeAll();
        content.add(new Paragraph(why));
    }

    private void withRun(Consumer<PlaygroundRun> use) {
        PlaygroundRun known = run;
        if (known != null) {
            use.accept(known);
        }
    }

    private void setWeight(Board.WeightMessage typed) {
        try {
            double value = TypedWeight.read(typed.text());
            withRun(run -> run.set(typed.layer(), typed.unit(), typed.input(), value));
        } catch (IllegalArgumentException none) {
            board.refuse(typed, none.getMessage());
        }
    }

    private void act(String name) {
        withRun(known -> {
            switch (name) {
                case "play" -> known.play();
                case "pause" -> known.pause();
                case "step" -> known.step();
                case "reset" -> known.reset();
                case "inside" -> drawer.toggle();
                default -> {
                    // a browser may send anything
                }
            }
        });
    }

    private void change(Board.ChangeMessage change) {
        answered = change.number();
        PlaygroundState next = state;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> text : change.texts().entrySet()) {
            try {
                next = changed(next, text.getKey(), Objects.requireNonNullElse(text.getValue(), ""));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
        board.notices(problems);
        adopt(next);
    }

    private static PlaygroundState changed(PlaygroundState state, String key, String text) {
        return text.length() > LONGEST_TEXT
                ? state
                : PlaygroundSettings.named(key)
                        .map(setting -> state.withText(setting, text))
                        .orElse(state);
    }

    private void adopt(PlaygroundState next) {
        if (!next.equals(state)) {
            state = next;
            withRun(known -> known.change(next));
        }
        showSettings();
    }

    private void showSettings() {
        board.settings(SettingsMessage.of(state, answered));
        drawer.setVisible(Controls.isShown(state, "inside"));
    }

    private void readTable(byte[] bytes, String said) {
        orSay(() -> {
            CsvFile file = OwnCsv.file(TextBytes.decode(bytes));
            Optional<Header> header =
                    Header.ALL.stream().filter(one -> one.key().equals(said)).findFirst();
            Optional<Fault> doubt = header.isPresent() ? Optional.empty() : file.doubt();
            if (doubt.isPresent()) {
                board.ask("Line %d of the table: %s"
                        .formatted(doubt.get().line(), doubt.get().message()));
            } else {
                take(OwnCsv.read(file, header.orElse(Header.FIRST_LINE)));
            }
        });
    }

    private void take(OwnCsv table) {
        board.notices(table.remarks());
        adopt(state.with(PlaygroundSettings.DATA, PointPattern.OWN).with(PlaygroundSettings.POINTS, table.points()));
    }

    /// A link of TensorFlow Playground, which keeps its setup where no server sees it, or one of this page.
    private void openLink(String link) {
        if (link.length() <= LONGEST_LINK) {
            openAgain(TensorFlowLink.isOne(link) ? TensorFlowLink.read(link) : PlaygroundLink.read(link));
        }
    }

    private void openFile(byte[] bytes) {
        orSay(() -> {
            PlaygroundFile file = PlaygroundFile.read(TextBytes.decode(bytes));
            board.notices(List.of());
            adopt(file.state());
            withRun(known -> known.load(file.checkpoint()));
        });
    }

    private static void openLesson(String title) {
        Stream.of(LessonPart.values())
                .filter(part -> part.title().equals(title))
                .forEach(LessonPart::open);
    }

    private void save(String as) {
        withRun(known -> orSay(() -> saves.save(known.snapshot(), as)));
    }

    private void compare(Board.SweepWish wish) {
        orSay(() -> {
            compared.begin(state, wish, LONGEST_TEXT);
            board.notices(List.of());
        });
    }

    /// Does it, or says why not.
    private void orSay(Runnable task) {
        try {
            task.run();
        } catch (IllegalArgumentException | RefusedException e) {
            board.notices(List.of(Objects.requireNonNull(e.getMessage())));
        }
    }

    /// Asked off the page's thread.
    private boolean hasNews() {
        PlaygroundRun known = run;
        return known != null && (compared.hasNews() || frames.hasNews(known)) && !board.isBusy();
    }

    private void show() {
        withRun(known -> {
            if (board.isBusy()) {
                return;
            }
            PlaygroundMessage news = frames.take(known);
            board.take(compared.hasNews() ? news.with(compared.take()) : news);
            drawer.show();
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (ConnectionProbe.ends(event)) {
            withRun(playgrounds::close);
            run = null;
            compared.close();
        } else {
            frames.forget();
            compared.forget();
        }
    }
}
