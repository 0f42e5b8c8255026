package crosscountry.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Parameters of a primitive in graph files, named as JAX names them. */
final class ParamsJson {
    private ParamsJson() {}

    /** {@code shape} is the stated shape of the result, which iota needs. */
    static Params read(Primitive primitive, JsonField params, Shape shape) {
        return switch (primitive) {
            case INTEGER_POW -> new Params.IntegerPow(params.at("y").integer());
            case REDUCE_SUM, REDUCE_MAX, REDUCE_MIN ->
                new Params.Axes(params.at("axes").integers());
            case SQUEEZE -> new Params.Axes(params.at("dimensions").integers());
            case TRANSPOSE -> new Params.Permutation(params.at("permutation").integers());
            case BROADCAST_IN_DIM ->
                new Params.Broadcast(
                        params.at("shape").shape(),
                        params.at("broadcast_dimensions").integers());
            case RESHAPE -> new Params.Reshape(params.at("new_sizes").shape());
            case SLICE -> slice(params);
            case DYNAMIC_SLICE ->
                new Params.DynamicSlice(params.at("slice_sizes").integers());
            case CONCATENATE -> new Params.Concatenate(params.at("dimension").integer());
            case DOT_GENERAL -> dot(params.at("dimension_numbers"));
            case IOTA ->
                new Params.Iota(
                        shape, params.has("dimension") ? params.at("dimension").integer() : 0);
            case CONVERT_ELEMENT_TYPE ->
                new Params.Convert(params.at("new_dtype").text());
            default -> Params.NONE;
        };
    }

    private static Params slice(JsonField params) {
        List<Integer> start = params.at("start_indices").integers();
        List<Integer> strides = params.has("strides")
                ? params.at("strides").integers()
                : start.stream().map(k -> 1).toList();
        return new Params.Slice(start, params.at("limit_indices").integers(), strides);
    }

    private static Params dot(JsonField numbers) {
        List<JsonField> pairs = numbers.items();
        if (pairs.size() != 2
                || pairs.get(0).items().size() != 2
                || pairs.get(1).items().size() != 2) {
            throw numbers.bad("[[lhs, rhs contracting axes], [lhs, rhs batch axes]]");
        }
        List<JsonField> contract = pairs.get(0).items();
        List<JsonField> batch = pairs.get(1).items();
        return new Params.DotGeneral(
                contract.get(0).integers(),
                contract.get(1).integers(),
                batch.get(0).integers(),
                batch.get(1).integers());
    }

    static ObjectNode write(Params params) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (params instanceof Params.IntegerPow p) {
            json.put("y", p.y());
        } else if (params instanceof Params.Axes p) {
            // reductions read "axes", squeeze reads "dimensions"; each ignores the other
            json.set("axes", numbers(p.axes()));
            json.set("dimensions", numbers(p.axes()));
        } else if (params instanceof Params.Permutation p) {
            json.set("permutation", numbers(p.permutation()));
        } else if (params instanceof Params.Broadcast p) {
            json.set("shape", numbers(p.shape().extents()));
            json.set("broadcast_dimensions", numbers(p.dimensions()));
        } else if (params instanceof Params.Reshape p) {
            json.set("new_sizes", numbers(p.shape().extents()));
        } else if (params instanceof Params.Slice p) {
            json.set("start_indices", numbers(p.start()));
            json.set("limit_indices", numbers(p.limit()));
            json.set("strides", numbers(p.strides()));
        } else if (params instanceof Params.DynamicSlice p) {
            json.set("slice_sizes", numbers(p.sizes()));
        } else if (params instanceof Params.Concatenate p) {
            json.put("dimension", p.dimension());
        } else if (params instanceof Params.DotGeneral p) {
            var numbers = json.putArray("dimension_numbers");
            numbers.addArray().add(numbers(p.lhsContract())).add(numbers(p.rhsContract()));
            numbers.addArray().add(numbers(p.lhsBatch())).add(numbers(p.rhsBatch()));
        } else if (params instanceof Params.Iota p) {
            json.put("dimension", p.dimension());
        } else if (params instanceof Params.Convert p) {
            json.put("new_dtype", p.type());
        }
        return json;
    }

    static com.fasterxml.jackson.databind.node.ArrayNode numbers(List<Integer> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
