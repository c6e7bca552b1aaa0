package tribune.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTypeTest {
  record Sound(
      @Doc("Name") @Key @Required String name, @Nullable Integer size, List<String> tags) {}

  record SilentlyNull(@Doc("Name") String name) {}

  record RequiredNullable(@Required @Nullable String name) {}

  record Unwritable(@Required Map<String, String> map) {}

  record WrongUnit(@Required @In(Unit.DAYS) BigDecimal days) {}

  record TwoKeys(@Required @Key String a, @Required @Key String b) {}

  record NumberKey(@Required @Key Integer id) {}

  record EmptyRange(@Required @Between(min = "2", max = "1") Integer size) {}

  @Test
  void members_stand_in_the_order_of_the_record() {
    RecordType<Sound> type = RecordType.of(Sound.class);

    assertThat(type.memberNames()).containsExactly("name", "size", "tags");
    assertThat(type.key()).map(Member::name).contains("name");
    assertThat(type.member("name")).map(Member::doc).contains("Name");
    assertThat(type.keyOf(new Sound("a", null, List.of()))).contains("a");
  }

  @Test
  void a_record_states_nothing_if_none_of_its_members_does() {
    RecordType<Sound> type = RecordType.of(Sound.class);

    assertThat(type.statesNothing(new Sound(null, null, List.of()))).isTrue();
    assertThat(type.statesNothing(new Sound(null, 0, List.of()))).isFalse();
  }

  @Test
  void the_type_of_a_class_is_made_once() {
    assertThat(RecordType.of(Sound.class)).isSameAs(RecordType.of(Sound.class));
  }

  @Test
  void a_member_that_may_be_left_out_must_be_nullable() {
    assertRefused(SilentlyNull.class, "SilentlyNull.name may be left out, so it must be @Nullable");
  }

  @Test
  void a_required_member_must_not_be_nullable() {
    assertRefused(RequiredNullable.class, "is required, so it must not be @Nullable");
  }

  @Test
  void a_member_without_a_written_form_is_refused() {
    assertRefused(Unwritable.class, "Unwritable.map: no way to write");
    assertRefused(WrongUnit.class, "WrongUnit.days: no way to write");
  }

  @Test
  void a_record_has_one_key_and_it_is_text() {
    assertRefused(TwoKeys.class, "more than one @Key");
    assertRefused(NumberKey.class, "holds names, so it must be text");
  }

  @Test
  void an_empty_range_is_refused() {
    assertRefused(EmptyRange.class, "empty range from 2 to 1");
  }

  private static void assertRefused(Class<? extends Record> type, String why) {
    assertThatThrownBy(() -> RecordType.of(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
