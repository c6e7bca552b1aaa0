package tribune.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and creates records, also of classes that only their own package sees. */
final class Access {
  private Access() {}

  static MethodHandle to(RecordComponent component) {
    Class<?> owner = component.getDeclaringRecord();
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Record.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(owner + " is closed to this package", e);
    }
  }

  /** The canonical constructor, as a function of the array of its arguments. */
  static MethodHandle to(Class<? extends Record> owner) {
    RecordComponent[] components = owner.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findConstructor(owner, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalArgumentException(owner + " is closed to this package", e);
    }
  }

  static @Nullable Object read(MethodHandle accessor, Record owner) {
    try {
      return (Object) accessor.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor of a record throws no checked exception", e);
    }
  }

  /**
   * The record of these values.
   *
   * @throws IllegalArgumentException if its constructor refuses them; the message says why
   */
  static Record create(MethodHandle constructor, List<@Nullable Object> values) {
    try {
      return (Record) constructor.invokeExact(values.toArray());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a constructor of a record throws no checked exception", e);
    }
  }
}
