export { exportItems as GET } from '@/lib/actions/item-sheets'
