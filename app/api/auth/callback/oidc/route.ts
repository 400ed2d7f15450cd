// The one address of Auth.js that is open: signing in and out begin in forms of ours, and sessions are ours too.
export { callback as GET } from '@/lib/actions/sign-in'
