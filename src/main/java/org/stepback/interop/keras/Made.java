package org.stepback.interop.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// A thing that a library makes of arguments, such as a layer or an optimizer; they are looked at where it is used.
final class Made implements Value {
    private final Spot spot;
    private final String dotted;
    private final List<Argument> arguments;
    /// Attributes that were set later, by their names.
    private final Map<String, Argument> attributes = new LinkedHashMap<>();
    private Optional<PythonException> spoilt = Optional.empty();
    private Optional<Value> weights = Optional.empty();

    /// @param keyword empty where it is known by its position
    record Argument(Spot spot, Optional<String> keyword, Value value) {}

    Made(Spot spot, String dotted, List<Argument> arguments) {
        this.spot = spot;
        this.dotted = dotted;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public Spot spot() {
        return spot;
    }

    String dotted() {
        return dotted;
    }

    /// Returns the name behind the last dot.
    String name() {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    List<Argument> arguments() {
        return arguments;
    }

    Map<String, Argument> attributes() {
        return attributes;
    }

    void set(String attribute, Spot place, Value value) {
        attributes.put(attribute, new Argument(place, Optional.of(attribute), value));
    }

    /// Returns what set_weights gave a layer.
    Optional<Value> weights() {
        return weights;
    }

    void setWeights(Value list) {
        weights = Optional.of(list);
    }

    /// Says that something has changed it that could not be followed.
    void spoil(PythonException why) {
        spoilt = spoilt.or(() -> Optional.of(why));
    }

    void requireWhole() {
        if (spoilt.isPresent()) {
            throw spoilt.get();
        }
    }
}
