package workshop.requirementsdatabasepertenant;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.GROUPS;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.REQUIREMENTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import workshop.requirements.Group;
import workshop.requirements.GroupBoard;
import workshop.requirements.Groups;
import workshop.requirements.RequirementKey;

/** The statements about groups. No statement names the tenant: the transaction sees one only. */
record GroupQueries(DSLContext sql) implements Groups {

  @Override
  public List<Group> list(long after, int limit) {
    return sql.selectFrom(GROUPS)
        .orderBy(GROUPS.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(Group::new));
  }

  /** {@code MULTISET}: the requirements of each group are a list in one column of its row. */
  @Override
  public List<GroupBoard> board(long after, int limit) {
    return sql.select(
            GROUPS.ID,
            GROUPS.NAME,
            multiset(
                    select(
                            REQUIREMENTS.NUMBER.convertFrom(RequirementKey::text),
                            REQUIREMENTS.TITLE,
                            REQUIREMENTS.STATUS)
                        .from(REQUIREMENTS)
                        .where(REQUIREMENTS.GROUP_ID.eq(GROUPS.ID))
                        .orderBy(REQUIREMENTS.NUMBER)
                        .limit(GroupBoard.MAX_CARDS))
                .convertFrom(rows -> rows.map(mapping(GroupBoard.Card::new))))
        .from(GROUPS)
        .orderBy(GROUPS.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(GroupBoard::new));
  }

  @Override
  public Optional<Group> find(long id) {
    return sql.selectFrom(GROUPS).where(GROUPS.ID.eq(id)).fetchOptional(mapping(Group::new));
  }

  /** {@code FOR SHARE}: until this transaction ends, other transactions wait to delete them. */
  @Override
  public Map<String, Long> hold(Set<String> names) {
    return sql.select(GROUPS.NAME, GROUPS.ID)
        .from(GROUPS)
        .where(GROUPS.NAME.in(names))
        .orderBy(GROUPS.ID)
        .forShare()
        .fetchMap(GROUPS.NAME, GROUPS.ID);
  }

  @Override
  public Optional<Group> add(String name) {
    return sql.insertInto(GROUPS)
        .set(GROUPS.NAME, name)
        .onConflictDoNothing()
        .returning()
        .fetchOptional(mapping(Group::new));
  }

  @Override
  public Optional<Group> rename(long id, String name) {
    try {
      return sql.update(GROUPS)
          .set(GROUPS.NAME, name)
          .where(GROUPS.ID.eq(id))
          .returning()
          .fetchOptional(mapping(Group::new));
    } catch (IntegrityConstraintViolationException taken) {
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(long id) {
    try {
      return sql.deleteFrom(GROUPS).where(GROUPS.ID.eq(id)).execute() > 0;
    } catch (IntegrityConstraintViolationException inUse) {
      return false;
    }
  }
}
