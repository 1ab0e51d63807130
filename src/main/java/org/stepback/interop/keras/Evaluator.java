package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.interop.python.Expression;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// Gives expressions the values that they have at one place of the program. Nothing is ever run.
final class Evaluator {
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);
    /// Names that build a network: what has them is refused where it cannot be read.
    private static final Set<String> OF_NETWORKS = Set.of("Sequential", "Dense", "Model", "Input");

    /// Arguments that are the first of their call.
    private static final Set<String> FIRST = Set.of("learning_rate", "lr", "units", "rate");

    private final Interpreter program;
    private final Scope scope;
    private final Index index = new Index(this::evaluate);

    Evaluator(Interpreter program, Scope scope) {
        this.program = program;
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    Value evaluate(Expression expression) {
        try {
            return program.counted(value(expression));
        } catch (IllegalArgumentException refused) {
            return Value.unknown(expression.spot(), refused.getMessage());
        }
    }

    private Value value(Expression expression) {
        return switch (expression) {
            case Expression.Num num -> new Value.Num(num.spot(), num.value(), num.whole());
            case Expression.Text text -> new Value.Text(text.spot(), text.value());
            case Expression.Flag flag -> new Value.Flag(flag.spot(), flag.value());
            case Expression.None none -> new Value.None(none.spot());
            case Expression.Name name -> named(name);
            case Expression.Items items ->
                new Value.Items(
                        items.spot(), items.all().stream().map(this::evaluate).toList(), items.tuple());
            case Expression.Pairs pairs -> pairs(pairs);
            case Expression.Attribute attribute ->
                attribute(evaluate(attribute.of()), attribute.name(), attribute.spot());
            case Expression.Subscript subscript ->
                index.of(evaluate(subscript.of()), subscript.index(), subscript.spot());
            case Expression.Call call -> call(call);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Choice choice ->
                truth(evaluate(choice.condition()))
                        .map(holds -> evaluate(holds ? choice.then() : choice.otherwise()))
                        .orElseGet(() ->
                                Value.unknown(choice.spot(), "The condition cannot be followed. Write the value."));
            case Expression.Unread unread -> unread(unread);
            case Expression.Slice _, Expression.Ellipsis _ ->
                Value.unknown(expression.spot(), "This cannot be followed here.");
        };
    }

    private Value named(Expression.Name name) {
        return name.name().equals("__name__")
                ? new Value.Text(name.spot(), "__main__")
                : scope.get(name.name())
                        .map(value -> value.at(name.spot()))
                        .orElseGet(() -> new Value.Reference(name.spot(), name.name()));
    }

    private Value pairs(Expression.Pairs pairs) {
        return new Value.Pairs(
                pairs.spot(),
                pairs.all().stream()
                        .map(pair -> new Value.Pair(evaluate(pair.key()), evaluate(pair.value())))
                        .toList());
    }

    private Value unread(Expression.Unread unread) {
        program.refuseNetworkIn(unread.names(), unread.fault(), scope);
        return new Value.Unknown(unread.spot(), unread.fault());
    }

    /// Returns whether names build or touch a network.
    static boolean areOfNetworks(Set<String> names, Scope scope) {
        return names.stream()
                .anyMatch(name -> OF_NETWORKS.contains(name)
                        || scope.get(name).filter(Model.class::isInstance).isPresent());
    }

    private Value unary(Expression.Unary unary) {
        Value of = evaluate(unary.of());
        if (unary.operator().equals("not")) {
            return truth(of)
                    .<Value>map(holds -> new Value.Flag(unary.spot(), !holds))
                    .orElseGet(() -> of instanceof Value.Unknown
                            ? of
                            : Value.unknown(unary.spot(), "“not” cannot be followed here. Write True or False."));
        }
        Value zero = new Value.Num(unary.spot(), 0, true);
        return unary.operator().equals("~")
                ? Value.unknown(unary.spot(), "“~” cannot be followed here. Write its result.")
                : Arithmetic.of(unary.spot(), unary.operator(), zero, of);
    }

    private Value binary(Expression.Binary binary) {
        Value left = evaluate(binary.left());
        boolean joins = binary.operator().equals("and") || binary.operator().equals("or");
        Optional<Boolean> first = joins ? truth(left) : Optional.empty();
        if (first.isPresent() && first.get() != binary.operator().equals("and")) {
            return left;
        }
        Value right = evaluate(binary.right());
        return first.isPresent() ? right : Arithmetic.of(binary.spot(), binary.operator(), left, right);
    }

    /// Returns whether a condition holds; empty where it cannot be told.
    static Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Flag flag -> Optional.of(flag.value());
            case Value.Num num -> Optional.of(num.value() != 0);
            case Value.None _ -> Optional.of(false);
            case Value.Text text -> Optional.of(!text.value().isEmpty());
            case Value.Items items -> Optional.of(!items.all().isEmpty());
            default -> Optional.empty();
        };
    }

    Value attribute(Value of, String name, Spot spot) {
        return switch (of) {
            case Value.Reference reference
            when CONSTANTS.containsKey(name) && Set.of("np", "numpy", "math").contains(reference.dotted()) ->
                new Value.Num(spot, CONSTANTS.get(name), false);
            case Value.Reference reference -> new Value.Reference(spot, reference.dotted() + "." + name);
            case Value.Table table -> ofArray(table, name, spot);
            case Value.StandIn standIn -> ofStandIn(standIn, name, spot);
            case Made made -> ofMade(made, name, spot);
            case Model model -> ModelCalls.attribute(model, name, spot);
            case Value.Unknown _, Value.Outcome _ -> of;
            default ->
                Value.unknown(spot, "“." + name + "” of " + of.shown() + " cannot be followed here. Write its value.");
        };
    }

    private static Value ofArray(Value.Table table, String name, Spot spot) {
        NdArray array = table.array();
        return switch (name) {
            case "shape" -> {
                List<Value> lengths = new ArrayList<>();
                for (int length : array.shape()) {
                    lengths.add(Value.whole(spot, length));
                }
                yield new Value.Items(spot, lengths, true);
            }
            case "size" -> Value.whole(spot, array.size());
            case "ndim" -> Value.whole(spot, array.axes());
            case "T" -> new Value.Table(spot, array.transposed());
            case "dtype" -> new Value.Outcome(spot, "a type of numbers");
            default -> Value.unknown(spot, "“." + name + "” of an array cannot be followed here. Write its value.");
        };
    }

    private static Value ofStandIn(Value.StandIn standIn, String name, Spot spot) {
        Optional<List<Integer>> shape = standIn.shape();
        return switch (name) {
            case "shape" ->
                shape.<Value>map(lengths -> new Value.Items(
                                spot,
                                lengths.stream()
                                        .map(length -> length < 0
                                                ? Index.unknownSize(spot, standIn.origin())
                                                : (Value) Value.whole(spot, length))
                                        .toList(),
                                true))
                        .orElseGet(() -> Index.unknownSize(spot, standIn.origin()));
            case "size", "ndim" -> Index.unknownSize(spot, standIn.origin());
            case "dtype" -> new Value.Outcome(spot, "a type of numbers");
            default -> new Value.StandIn(spot, Optional.empty(), standIn.origin());
        };
    }

    private static Value ofMade(Made made, String name, Spot spot) {
        Made.Argument set = made.attributes().get(name);
        if (set != null) {
            return set.value().at(spot);
        }
        Optional<Value> given = made.arguments().stream()
                .filter(argument -> argument.keyword()
                        .map(name::equals)
                        .orElse(FIRST.contains(name)
                                && argument == made.arguments().getFirst()))
                .map(argument -> argument.value().at(spot))
                .findFirst();
        if (given.isPresent()) {
            return given.get();
        }
        return KerasKnown.isPart(made.name())
                ? Value.unknown(
                        spot, "“." + name + "” of " + made.shown() + " is not written in the code. Write its value.")
                : name.equals("shape")
                        ? Index.unknownSize(spot, made.shown())
                        : new Value.StandIn(spot, Optional.empty(), made.shown());
    }

    private Value call(Expression.Call call) {
        List<Made.Argument> arguments = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            arguments.add(new Made.Argument(argument.spot(), argument.keyword(), evaluate(argument.value())));
        }
        if (call.callee() instanceof Expression.Attribute method) {
            if (method.name().equals("assign")
                    && method.of() instanceof Expression.Attribute attribute
                    && arguments.size() == 1) {
                new Assignments(program, this)
                        .assign(attribute, arguments.getFirst().value());
                return new Value.None(call.spot());
            }
            Value of = evaluate(method.of());
            return of instanceof Value.Reference
                    ? called(attribute(of, method.name(), call.spot()), arguments, call)
                    : new MethodCalls(program, this).call(of, method.name(), arguments, call.spot());
        }
        return called(evaluate(call.callee()), arguments, call);
    }

    private Value called(Value callee, List<Made.Argument> arguments, Expression.Call call) {
        Spot spot = call.spot();
        return switch (callee) {
            case Value.Reference reference -> {
                requireDefined(reference, call);
                yield new LibraryCalls(program, this).call(reference, arguments, spot);
            }
            case Made layer -> tensor(layer, arguments, spot);
            case Value.Own own -> program.blocks().call(own, arguments, spot, this);
            case Value.Unknown _, Value.Outcome _ -> callee;
            case Model model
            when !arguments.isEmpty() && arguments.getFirst().value() instanceof Value.Tensor ->
                throw new PythonException(
                        spot, "A network within a network cannot be read. Write its layers one by one.");
            case Model _ -> new Value.Outcome(spot, "a prediction");
            default -> Value.unknown(spot, "A call of " + callee.shown() + " cannot be followed here.");
        };
    }

    /// Refuses the training of a network that has no value here.
    private void requireDefined(Value.Reference reference, Expression.Call call) {
        boolean trains = Set.of("compile", "fit", "set_weights", "add").contains(reference.last());
        if (trains
                && call.callee() instanceof Expression.Attribute method
                && method.of() instanceof Expression.Name name
                && scope.get(name.name()).isEmpty()
                && !Set.of("np", "tf", "re", "K", "keras").contains(name.name())) {
            throw new PythonException(call.spot(), "“" + name.name() + "” has no value here. Write it above.");
        }
    }

    /// A layer that is called on what the layer before it gives.
    private static Value tensor(Made layer, List<Made.Argument> arguments, Spot spot) {
        boolean chain = !arguments.isEmpty() && arguments.getFirst().value() instanceof Value.Tensor;
        if (chain && arguments.size() == 1 && KerasKnown.isPart(layer.name())) {
            return new Value.Tensor(
                    spot, Optional.of((Value.Tensor) arguments.getFirst().value()), layer);
        }
        return KerasKnown.isLayer(layer.name())
                ? Value.unknown(
                        spot,
                        "Only a straight chain of layers can be read, each called on the one before. Write a Sequential([…]).")
                : new LibraryUse(layer.shown()).of(arguments, spot);
    }
}
