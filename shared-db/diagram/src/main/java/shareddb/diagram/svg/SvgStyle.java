package shareddb.diagram.svg;

/** The style sheet inside of every SVG document, for light and for dark surroundings. */
final class SvgStyle {

  static final String SHEET =
      """
      <style>
      svg { --paper: #fbfcfd; --box: #ffffff; --head: #e6ecf4; --ink: #1d2530; --soft: #5a6676; --frame: #b6c2d0; --key: #1d5a9e;
            --added: #176b37; --added-row: #dcf3e3; --changed: #7a4d00; --changed-row: #fdeecb; --removed: #a4232c; --removed-row: #fbdfe1; }
      @media (prefers-color-scheme: dark) {
        svg { --paper: #14191f; --box: #1b222a; --head: #2a3440; --ink: #e4e9ef; --soft: #a3b0be; --frame: #4a5868; --key: #86b9f0;
              --added: #7ddb9c; --added-row: #163524; --changed: #f0c265; --changed-row: #3a2e10; --removed: #ff9aa1; --removed-row: #43191d; }
      }
      text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--ink); white-space: pre; }
      .heading { font: 600 16px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
      .name { font: 600 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
      .kind { font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--soft); text-anchor: end; }
      .paper { fill: var(--paper); }
      .box { fill: var(--box); }
      .header { fill: var(--head); }
      .frame { fill: none; stroke: var(--frame); }
      .outside .frame, .view .frame, .materialized_view .frame { stroke-dasharray: 5 3; }
      .row { fill: none; }
      .keys { fill: var(--key); font-weight: 600; }
      .type, .note, .legend { fill: var(--soft); }
      .null { font-style: italic; }
      .line, .end { fill: none; stroke: var(--soft); stroke-width: 1.3; }
      circle.end { fill: var(--paper); }
      .relation:hover .line { stroke: var(--key); stroke-width: 2.4; }
      .table.added > .header, .added > .row { fill: var(--added-row); }
      .table.changed > .header, .changed > .row { fill: var(--changed-row); }
      .table.removed > .header, .removed > .row { fill: var(--removed-row); }
      .added > .frame, .relation.added > path, .relation.added > circle { stroke: var(--added); }
      .changed > .frame, .relation.changed > path, .relation.changed > circle { stroke: var(--changed); }
      .removed > .frame, .relation.removed > path, .relation.removed > circle { stroke: var(--removed); stroke-dasharray: 4 3; }
      .added > .name, .added > .keys, .added > .column-name, .legend.added { fill: var(--added); }
      .changed > .name, .changed > .keys, .changed > .column-name, .legend.changed { fill: var(--changed); }
      .removed > .name, .removed > .keys, .removed > .column-name, .legend.removed { fill: var(--removed); }
      .removed > .column-name, .removed > .name { text-decoration: line-through; }
      </style>\
      """;

  private SvgStyle() {}
}
