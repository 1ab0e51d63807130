package org.stepback.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("")
@AnonymousAllowed
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./chart/hello.ts")
class HelloView extends Div {
    HelloView() {
        add("Hello");
    }
}
