package tribune.schema;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tribune.document.Node;

/** Finds the kind of a member from its Java type and its annotations. */
final class MemberKinds {
  private final RecordComponent component;

  private MemberKinds(RecordComponent component) {
    this.component = component;
  }

  static ValueKind of(RecordComponent component) {
    return new MemberKinds(component).kind(component.getGenericType());
  }

  private ValueKind kind(Type type) {
    if (type instanceof ParameterizedType many) {
      ValueKind element = kind(many.getActualTypeArguments()[0]);
      if (many.getRawType() == List.class) {
        return new ValueKind.Many(ValueKind.Order.LIST, element);
      }
      if (many.getRawType() == Set.class) {
        return new ValueKind.Many(ValueKind.Order.SET, element);
      }
    }
    if (type instanceof Class<?> one) {
      return kind(one);
    }
    throw unsupported();
  }

  private ValueKind kind(Class<?> type) {
    if (type == Node.class) {
      return new ValueKind.Tree();
    }
    WrittenBy own = type.getAnnotation(WrittenBy.class);
    if (own != null) {
      return single(type, instance(own.value()));
    }
    if (type.isRecord()) {
      return new ValueKind.Nested(type.asSubclass(Record.class));
    }
    return single(MethodType.methodType(type).wrap().returnType(), form(type));
  }

  private ValueForm<?> form(Class<?> type) {
    if (type == String.class) {
      return textForm();
    }
    if (type == LocalDate.class) {
      return new DateForm();
    }
    if (type.isEnum()) {
      return choice(type);
    }
    if (type == Integer.class || type == int.class) {
      return integerForm();
    }
    if (type == Long.class || type == long.class) {
      return PlainForm.wholeLong(range(Range.WIDEST));
    }
    if (type == BigDecimal.class) {
      return decimalForm();
    }
    throw unsupported();
  }

  private ValueForm<String> textForm() {
    Matches matches = component.getAnnotation(Matches.class);
    if (matches != null) {
      return TextForm.matching(matches);
    }
    if (has(Path.class)) {
      return TextForm.path();
    }
    return has(Key.class) || has(Refers.class) ? TextForm.name() : TextForm.text();
  }

  private ValueForm<Integer> integerForm() {
    return switch (unit()) {
      case DAYS -> SpanForm.days(range(SpanForm.SPANS));
      case MONTHS -> SpanForm.months(range(SpanForm.SPANS));
      case PLAIN -> PlainForm.whole(range(Range.of("-999999999", "999999999")));
      case SHARE, CHANGE -> throw unsupported();
    };
  }

  private ValueForm<BigDecimal> decimalForm() {
    return switch (unit()) {
      case SHARE -> PercentForm.share(range(PercentForm.SHARES));
      case CHANGE -> PercentForm.change(range(PercentForm.CHANGES));
      case PLAIN -> PlainForm.decimal(range(Range.WIDEST));
      case DAYS, MONTHS -> throw unsupported();
    };
  }

  private Unit unit() {
    In in = component.getAnnotation(In.class);
    return in == null ? Unit.PLAIN : in.value();
  }

  private Range range(Range usual) {
    Between between = component.getAnnotation(Between.class);
    return between == null ? usual : Range.of(between.min(), between.max());
  }

  private boolean has(Class<? extends Annotation> annotation) {
    return component.isAnnotationPresent(annotation);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the class is an enum: the caller has looked
  private static ValueForm<?> choice(Class<?> type) {
    return new ChoiceForm(type);
  }

  @SuppressWarnings("unchecked") // the form was made for this type
  private static <V> ValueKind.Single<V> single(Class<V> type, ValueForm<?> form) {
    return new ValueKind.Single<>(type, (ValueForm<V>) form);
  }

  private static ValueForm<?> instance(Class<? extends ValueForm<?>> form) {
    try {
      return form.getConstructor().newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalArgumentException(form + " has no public constructor that works", e);
    }
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException(
        component.getDeclaringRecord().getSimpleName()
            + "."
            + component.getName()
            + ": no way to write a "
            + component.getGenericType()
            + " in this unit");
  }
}
