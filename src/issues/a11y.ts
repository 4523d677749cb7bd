import { define } from '../model/issue.ts'

export const inaccessible = define<{ what: 'alt' | 'table-header' | 'heading-skip' }>(
  'A11Y-001',
  'error',
  { zh: '读屏用户读不到', en: 'Not accessible' },
  (p) => {
    switch (p.what) {
      case 'alt':
        return {
          zh: ['图片缺少文字说明，读屏用户无法获知内容。', '请写成 ![图上是什么](文件名)。'],
          en: ['The image has no text alternative.', 'Write ![what it shows](file).'],
        }
      case 'table-header':
        return {
          zh: ['表格没有表头。', '请给每一列写上列名。'],
          en: ['The table has no header.', 'Name every column.'],
        }
      default:
        return {
          zh: ['标题跳级了。', '标题要一级一级往下写：## 之后是 ###。'],
          en: ['A heading level is skipped.', 'Go down one level at a time.'],
        }
    }
  },
)
