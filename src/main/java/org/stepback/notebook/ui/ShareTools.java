package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.ui.Popup;
import org.stepback.ui.Styled;

/// Lets others read an own notebook by a link, and takes the link back.
final class ShareTools extends Popup {
    private static final String COPY = "navigator.clipboard?.writeText(new URL($0, document.baseURI).href)";

    private final Workbench bench;
    private final SharedNotebooks shared;
    private final Div body;

    ShareTools(Workbench bench, SharedNotebooks shared) {
        this(bench, shared, Styled.div("file-links share"));
    }

    private ShareTools(Workbench bench, SharedNotebooks shared, Div body) {
        super("Share", body);
        this.bench = bench;
        this.shared = shared;
        this.body = body;
        addClassName("file-tools");
        show();
    }

    private void show() {
        Optional<String> token = shared.token(bench.student(), bench.slug());
        body.removeAll();
        body.add(new Paragraph("Whoever has the link can read this notebook with its results and copy it. Nobody can"
                + " change it."));
        token.ifPresentOrElse(this::showLink, this::offer);
    }

    private void showLink(String token) {
        String address = SharedView.ADDRESS + "/" + token;
        var link = new Anchor(address, "The link", AnchorTarget.BLANK);
        link.addClassName("share-link");
        var copy = Styled.button("button", "Copy the link", () -> getElement().executeJs(COPY, address));
        var stop = Styled.button("button", "Stop sharing", () -> {
            shared.revoke(bench.student(), bench.slug());
            show();
        });
        body.add(link, copy, stop);
    }

    private void offer() {
        body.add(Styled.button("button", "Make a link", () -> {
            shared.share(bench.student(), bench.slug());
            show();
        }));
    }
}
