export { previewSheet as POST } from '@/lib/actions/item-sheets'
