/* SPDX-License-Identifier: Apache-2.0 */
/* One text from bytes to a node: parse, check, emit, and collect what it names. */
#include "language/compile.h"
#include "language/mention.h"
#include <string.h>

static void begin(zc_compilation *c, zc_program *program, const zc_names *names, const char *text,
                  const zc_source *source, zc_diagnostics *diag) {
  c->complaint = (zc_complaint){.text = text,
                                .length = (uint32_t)strnlen(text, ZC_TEXT_LIMIT + 1),
                                .source = source,
                                .diag = diag};
  c->names = names;
  c->program = program;
}

/* Says why there is no node, where that was not said yet. */
static zc_node_id give_up(zc_compilation *c) {
  if (!c->complaint.reported && c->program->count >= ZC_NODE_LIMIT)
    zc_complain(&c->complaint, 0, "本地区的条件合计超过 %u 个节点：请减少规则或参数值",
                "the conditions of this region have more than %u nodes: use fewer rules or "
                "parameter values",
                ZC_NODE_LIMIT);
  else if (!c->complaint.reported)
    zc_report_memory(c->complaint.diag);
  return ZC_NO_NODE;
}

static zc_node_id finish(zc_compilation *c, zc_kindred wanted, zc_mentions *mentions) {
  zc_node_id node = zc_emit(c, c->tree.root, wanted);
  if (node == ZC_NO_NODE || (mentions && zc_collect_mentions(c, mentions) != 0))
    return give_up(c);
  return node;
}

zc_node_id zc_compile(zc_program *program, const zc_names *names, const char *text, zc_type want,
                      zc_unit unit, int32_t enumeration, const zc_source *source,
                      zc_mentions *mentions, zc_diagnostics *diag) {
  zc_compilation c;
  zc_kindred wanted = {.type = (uint8_t)want,
                       .unit = want == ZC_INT ? (uint8_t)unit : (uint8_t)ZC_NO_UNIT,
                       .enumeration = want == ZC_ENUM ? enumeration : -1};
  begin(&c, program, names, text, source, diag);
  if (zc_parse(&c.complaint, &c.tree) != 0 || zc_check(&c) != 0 ||
      zc_accept(&c, c.tree.root, wanted) != 0)
    return ZC_NO_NODE;
  if (wanted.type == ZC_ENUM && wanted.enumeration < 0)
    wanted.enumeration = c.tree.parts[c.tree.root].is.enumeration;
  return finish(&c, wanted, mentions);
}

zc_node_id zc_compile_any(zc_program *program, const zc_names *names, const char *text,
                          const zc_source *source, zc_type *type, zc_unit *unit,
                          int32_t *enumeration, zc_mentions *mentions, zc_diagnostics *diag) {
  zc_compilation c;
  begin(&c, program, names, text, source, diag);
  if (zc_parse(&c.complaint, &c.tree) != 0 || zc_check(&c) != 0)
    return ZC_NO_NODE;
  const zc_part *root = &c.tree.parts[c.tree.root];
  zc_kindred is = root->is;
  if (is.type == ZC_NO_TYPE) {
    zc_complain_unknown(&c, root, is);
    return ZC_NO_NODE;
  }
  if (is.type == ZC_STRING) {
    zc_complain(&c.complaint, root->at, "文本只供显示，没有可计算的值；可用 given(名称)",
                "texts are shown, never computed with; given(name) can be asked");
    return ZC_NO_NODE;
  }
  *type = (zc_type)is.type;
  *unit = is.type == ZC_INT && is.unit != ZC_UNIT_COUNT ? (zc_unit)is.unit : ZC_NO_UNIT;
  *enumeration = is.enumeration;
  return finish(&c, is, mentions);
}
