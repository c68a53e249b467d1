package shareddb.web;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The type of a parameter: its schema in the document, and how its text is read.
 *
 * @param shown a value as it is written in a URL and in the document
 */
public record ParamType<T>(
    ObjectNode schema, Function<String, T> parser, Function<T, Object> shown) {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

  public static ParamType<Boolean> bool() {
    return new ParamType<>(
        node("boolean"),
        text -> List.of("false", "true").indexOf(known(text, "false", "true")) == 1,
        b -> b);
  }

  public static ParamType<Integer> integer(int min, int max) {
    return new ParamType<>(
        range("int32", min, max), text -> Math.toIntExact(whole(text, min, max)), n -> n);
  }

  /** The number of a row: from 1, as identities are. */
  public static ParamType<Long> id() {
    return new ParamType<>(
        range("int64", 1, Long.MAX_VALUE), text -> whole(text, 1, Long.MAX_VALUE), n -> n);
  }

  public static ParamType<String> text(int max) {
    ObjectNode schema = node("string");
    schema.put("minLength", 1).put("maxLength", max).put("pattern", TextPattern.STORABLE);
    return new ParamType<>(schema, text -> checked(text, max), text -> text);
  }

  /** One of an enum's constants, written in lower case. */
  public static <E extends Enum<E>> ParamType<E> oneOf(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String[] names = constants.stream().map(ParamType::lower).toArray(String[]::new);
    ObjectNode schema = node("string");
    Stream.of(names).forEach(schema.putArray("enum")::add);
    return new ParamType<>(
        schema,
        text -> constants.get(List.of(names).indexOf(known(text, names))),
        ParamType::lower);
  }

  T parse(String text) {
    return parser.apply(text);
  }

  Object shown(T value) {
    return shown.apply(value);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode node(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static ObjectNode range(String format, long min, long max) {
    return node("integer").put("format", format).put("minimum", min).put("maximum", max);
  }

  private static String known(String text, String... names) {
    if (!List.of(names).contains(text)) {
      throw new InvalidValue("must be one of " + String.join(", ", names));
    }
    return text;
  }

  private static long whole(String text, long min, long max) {
    if (!WHOLE.matcher(text).matches()) {
      throw new InvalidValue("must be a whole number from " + min + " to " + max);
    }
    BigInteger number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      throw new InvalidValue("must be from " + min + " to " + max + ", and is " + text);
    }
    return number.longValueExact();
  }

  private static String checked(String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > max) {
      throw new InvalidValue("must be 1 to " + max + " characters long, and is " + length);
    }
    if (!TextPattern.isStorable(text)) {
      throw new InvalidValue(TextPattern.complaint(text));
    }
    return text;
  }
}
