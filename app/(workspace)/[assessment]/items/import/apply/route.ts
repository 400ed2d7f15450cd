export { applySheet as POST } from '@/lib/actions/item-sheets'
